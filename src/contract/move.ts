import * as z from 'zod/mini';
import { diagnosisSchema } from '../diagnosis/index.ts';

const moment = z.string();

const amount = {
  count: z.number(),
  /** Bytes. */
  size: z.number(),
};

/** Where attachments can be moved: to where new ones go. */
export const moveTargetSchema = z.enum(['s3', 'database']);

const common = {
  to: moveTargetSchema,
  /** ISO 8601 date and time. */
  startedAt: moment,
  /** Id of who started it, in the host's world. */
  startedBy: z.string(),
  /** ISO 8601: when it was paused, resumed or done. */
  changedAt: moment,
};

const progress = {
  /** Attachments that were to be moved, with those that have come to the other place meanwhile. */
  total: z.number(),
  moved: z.number(),
  failed: z.number(),
};

/** The move under way, or the last one. */
export const moveStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('running'), ...common, ...progress }),
  /** `cause`: what keeps everything from being moved until somebody mends it; `null`: somebody paused it. */
  z.object({ status: z.literal('paused'), ...common, ...progress, cause: z.nullable(diagnosisSchema) }),
  /** `failed`: attachments that are still where they were. */
  z.object({ status: z.literal('done'), ...common, failed: z.number() }),
]);

/** The move under way, or the last one. */
export type MoveState = z.infer<typeof moveStateSchema>;

/** An attachment that could not be moved. */
export const moveFailureSchema = z.object({
  attachmentId: z.string(),
  ticketId: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  diagnosis: diagnosisSchema,
});

/** An attachment that could not be moved. */
export type MoveFailure = z.infer<typeof moveFailureSchema>;

/** Where the stored attachments are, what of them can be moved, and how far that has come. */
export const moveSchema = z.object({
  places: z.object({
    database: z.object(amount),
    /** The bucket of the settings. */
    bucket: z.object(amount),
    /** Buckets that the settings named before. */
    elsewhere: z.object(amount),
  }),
  /** What is not where new attachments go, failed ones with it; `null`: nothing. */
  offer: z.nullable(z.object({ to: moveTargetSchema, ...amount })),
  move: moveStateSchema,
  /** The first fifty. */
  failures: z.array(moveFailureSchema),
});

/** Where the stored attachments are, and how far a move has come. */
export type Move = z.infer<typeof moveSchema>;

/** Begins to move. */
export const startMoveInputSchema = z.object({ to: moveTargetSchema });

/** Pauses a move, or lets it go on; what has failed is tried again then. */
export const moveStatusInputSchema = z.object({ status: z.enum(['running', 'paused']) });
