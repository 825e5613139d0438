import type { AttachmentRow } from './AttachmentStore.ts';

/** Which rows are asked for. */
export interface Due {
  now: Date;
  /** What is pending counts when it was signed then or before; `null`: nothing that is pending. */
  pendingSince: Date | null;
  /** Only of this ticket. @default of all */
  ticketId?: string;
  /** Only those whose id comes after this one. */
  after: string;
  limit: number;
}

/** What a row is changed to by who tidies up. */
type Claim = Partial<
  Pick<AttachmentRow, 'status' | 'retryAt' | 'tries' | 'uploadId' | 'leftAt' | 'movingTo' | 'leftUploads'>
>;

/** What is left to be tidied up. */
export interface SweepStore {
  /**
   * What is to be tidied up now, in the order of the ids: what is pending for long, what is deleting, and what is stored and has left
   * something behind; the last two when their `retryAt` has come.
   */
  listDue(due: Due): Promise<AttachmentRow[]>;
  /** Changes a row, if its status, `signedAt` and `retryAt` are still those of `row`: of several who try, one is given `true`. */
  claimAttachment(row: AttachmentRow, to: Claim): Promise<boolean>;
  /** Makes everything of a ticket deleting, drafts and what is pending too, all at once; answers with how many. */
  withdrawTicket(ticketId: string, retryAt: Date): Promise<number>;
  /** Forgets the leases that had run out by then. */
  dropOldLeases(before: Date): Promise<void>;
}
