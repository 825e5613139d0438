import { type Diagnosis, DiagnosisError, type Where } from '../diagnosis/index.ts';

const where = (
  place: Extract<Where, { kind: 'elsewhere' }>['place'],
): { where: Where[]; certainty: 'certain' } => ({
  where: [{ kind: 'elsewhere', place }],
  certainty: 'certain',
});

/** The refusals that are our own and not S3's. */
export const refusals = {
  signedOut: () => new DiagnosisError({ code: 'signed_out', ...where('app') }),
  notPermitted: () => new DiagnosisError({ code: 'not_permitted', ...where('app') }),
  notFound: () => new DiagnosisError({ code: 'not_found', ...where('app') }),
  originNotAllowed: (origin: string | null) =>
    new DiagnosisError({
      code: 'origin_not_allowed',
      ...(origin === null ? {} : { origin: origin.slice(0, 2048) }),
      ...where('app'),
    }),
  /** `message` is a code or a short name of the fault, never the value. */
  invalidInput: (issues: readonly { path: string; message: string }[]) =>
    new DiagnosisError({ code: 'invalid_input', issues: issues.slice(0, 50), ...where('app') }),
  fileTooLarge: (size: number, maximum: number) => new DiagnosisError(fileTooLarge(size, maximum)),
  uploadIncomplete: (expected: number, found: number | null) =>
    new DiagnosisError({ code: 'upload_incomplete', expected, found, ...where('try-again') }),
  /** What was begun in parts is not there any more: it has to begin again. */
  uploadGone: () => new DiagnosisError({ code: 'upload_gone', ...where('try-again') }),
  secretUnreadable: () => new DiagnosisError(secretUnreadable()),
  /** Who saves must look at what is saved by now. */
  settingsChanged: () => new DiagnosisError({ code: 'settings_changed', ...where('app') }),
};

/** The file does not fit into what takes it. Sizes in bytes. */
export function fileTooLarge(size: number, maximum: number): Diagnosis {
  return { code: 'file_too_large', size, maximum, ...where('file') };
}

/** The saved secret was sealed with a key that is no longer there. */
export function secretUnreadable(): Diagnosis {
  return {
    code: 'secret_unreadable',
    where: [{ kind: 'field', field: 'secretAccessKey' }],
    certainty: 'certain',
  };
}

/** No saved secret belongs to these values. */
export function secretNeeded(): Diagnosis {
  return {
    code: 'secret_needed',
    where: [{ kind: 'field', field: 'secretAccessKey' }],
    certainty: 'certain',
  };
}

/** The access key was taken out of the settings: nothing can be asked of S3 in our name. */
export function keysRemoved(): Diagnosis {
  return {
    code: 'keys_removed',
    where: [
      { kind: 'field', field: 'accessKeyId' },
      { kind: 'field', field: 'secretAccessKey' },
    ],
    certainty: 'certain',
  };
}

/** A fault of our own, told without its particulars. */
export function serverFault(): Diagnosis {
  return { code: 'server_fault', ...where('app') };
}
