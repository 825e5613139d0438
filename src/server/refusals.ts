import { type Diagnosis, DiagnosisError, type DiagnosisOf, type Where } from '../diagnosis/index.ts';

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
  /** `seconds` until the next request is taken. */
  rateLimited: (seconds: number) =>
    new DiagnosisError({ code: 'rate_limited', retryAfter: seconds, ...where('try-again') }, seconds),
  /** Another process, or this one's successor, takes the request: `seconds` are for it to be there. */
  serverClosing: (seconds: number) =>
    new DiagnosisError({ code: 'server_closing', ...where('try-again') }, seconds),
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

/** New attachments go the other way by now, or a move the other way runs. */
export function moveConflict(problem: DiagnosisOf<'move_conflict'>['problem']): Diagnosis {
  return { code: 'move_conflict', problem, ...where('app') };
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

/** The server was to bring the access key by itself, and has none. `gone`: it does not bring one any more. */
export function credentialsUnavailable(
  problem: DiagnosisOf<'credentials_unavailable'>['problem'],
): Diagnosis {
  return {
    code: 'credentials_unavailable',
    problem,
    where: [
      ...(problem === 'gone' ? [{ kind: 'field', field: 'secretAccessKey' } as const] : []),
      { kind: 'elsewhere', place: 'app' },
    ],
    certainty: 'certain',
  };
}

/** A fault of our own, told without its particulars. */
export function serverFault(): Diagnosis {
  return { code: 'server_fault', ...where('app') };
}
