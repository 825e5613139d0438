import type { DiagnosisCode } from '../../diagnosis/index.ts';

/** What can be wrong with one file although the bucket takes others. */
const ofOneFile: readonly DiagnosisCode[] = [
  'file_too_large',
  'key_too_long',
  'body_damaged',
  'upload_incomplete',
  'request_invalid',
  'object_locked',
  's3_refused',
];

/** What one file is refused for, and all others may be too: that shows when it happens again and again. */
const perhapsOfOneFile: readonly DiagnosisCode[] = [
  ...ofOneFile,
  'access_denied',
  'organization_denied',
  'public_read_refused',
  'encryption_denied',
  'encryption_key_unusable',
  'delete_not_allowed',
];

/** How often in a row the same cause is taken for that of single files. */
const inARow = 10;

/** Tells which failures keep everything from being moved, so that nothing more is tried until somebody has mended them. */
export interface Stops {
  worked(): void;
  /** `end`: the bucket in use takes or gives it; what another bucket refuses stops nothing. */
  failed(code: DiagnosisCode, end: 'destination' | 'source' | 'elsewhere'): boolean;
}

/** Begins to count. */
export function createStops(): Stops {
  let last: DiagnosisCode | null = null;
  let count = 0;
  return {
    worked() {
      last = null;
    },
    failed(code, end) {
      // A file that does not fit says nothing of the next one.
      if (end === 'elsewhere' || code === 'file_too_large') return false;
      count = code === last ? count + 1 : 1;
      last = code;
      const single = end === 'destination' ? ofOneFile : perhapsOfOneFile;
      return !single.includes(code) || count >= inARow;
    },
  };
}
