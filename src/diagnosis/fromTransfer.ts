import type { Diagnosis } from './Diagnosis.ts';

/** What a browser knows about a transfer that ended without an answer (status 0). */
export interface BrokenTransfer {
  /** `navigator.onLine` when it broke. */
  online: boolean;
  /** Bytes of the body that had been sent. */
  loaded: number;
  /** Bytes of the body in all. */
  total: number;
  /** The page's origin. */
  origin?: string | undefined;
  /** Our server asked S3, and S3 would have taken the file from this page. */
  cleared?: boolean | undefined;
}

/** Reads a transfer that ended without an answer. Claims neither CORS nor the network for certain: a browser hides which it was. */
export function fromTransfer({ online, loaded, total, origin, cleared = false }: BrokenTransfer): Diagnosis {
  if (!online) {
    return { code: 'offline', where: [{ kind: 'elsewhere', place: 'network' }], certainty: 'certain' };
  }
  if (loaded > 0) {
    return {
      code: 'connection_lost',
      loaded,
      total,
      where: [{ kind: 'elsewhere', place: 'network' }],
      certainty: 'likely',
    };
  }
  return {
    code: 'transfer_blocked',
    ...(origin === undefined ? {} : { origin }),
    cleared,
    where: [
      ...(cleared ? [] : [{ kind: 'step', step: 'cors' } as const]),
      { kind: 'elsewhere', place: 'network' },
      { kind: 'elsewhere', place: 'app' },
    ],
    certainty: 'possible',
  };
}
