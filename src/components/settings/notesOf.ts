'use client';
import { fromValues } from '../../diagnosis/index.ts';
import { bucketNameProblems, type BucketNameProblem } from '../../guide/index.ts';
import type { NoteCode } from './formMessages.ts';
import type { FieldName, SettingsValues } from './settingsValues.ts';

/** What is worth knowing of the values as they are typed; codes only, no value. */
export interface Notes {
  bucketName: readonly BucketNameProblem[];
  fields: Partial<Record<FieldName, readonly NoteCode[]>>;
}

/** What is said before a value is finished: the rest would be said of every value that is half typed. */
const atOnce: readonly NoteCode[] = [
  'credentials_swapped',
  'credential_temporary',
  'secret_spaces',
  'bucket_dotted',
  'endpoint_bucket',
];

/** Problems of a name that typing on does not mend. */
const notYet: readonly BucketNameProblem[] = ['too_short', 'ends'];

/**
 * Looks at the values as they are typed. `left`: the fields that were left, so that their values are finished. What is as it was
 * saved is not looked at.
 */
export function notesOf(values: SettingsValues, left: ReadonlySet<FieldName>, saved: SettingsValues): Notes {
  const { bucket, accessKeyId, secretAccessKey, endpoint } = trimmed(values);
  const fields: Partial<Record<FieldName, NoteCode[]>> = {};
  const add = (field: FieldName, code: NoteCode) => {
    if ((!left.has(field) && !atOnce.includes(code)) || values[field] === saved[field]) return;
    const codes = (fields[field] ??= []);
    if (!codes.includes(code)) codes.push(code);
  };
  const found = fromValues({
    accessKeyId: accessKeyId || undefined,
    secretAccessKey: secretAccessKey || undefined,
    endpoint: endpoint || undefined,
    // For the endpoint; of the name itself the rules say more.
    bucket: bucket || undefined,
  });
  for (const diagnosis of [...found.faults, ...found.warnings]) {
    if (diagnosis.certainty === 'possible') continue;
    switch (diagnosis.code) {
      case 'credentials_swapped':
        add('accessKeyId', diagnosis.code);
        break;
      case 'credential_temporary':
      case 'credential_malformed':
        add('accessKeyId', diagnosis.code);
        break;
      case 'secret_malformed':
        add('secretAccessKey', /[\s"'`“”‘’«»]/.test(secretAccessKey) ? 'secret_spaces' : diagnosis.code);
        break;
      case 'endpoint_invalid':
        add('endpoint', `endpoint_${diagnosis.problem}`);
        break;
      case 'endpoint_insecure':
        add('endpoint', diagnosis.code);
        break;
    }
  }
  // What AWS keeps for itself another storage may not.
  const problems = (values.bucket === saved.bucket ? [] : bucketNameProblems(bucket)).filter(
    (problem) => problem !== 'reserved' || endpoint === '',
  );
  if (problems.length === 0 && bucket.includes('.')) add('bucket', 'bucket_dotted');
  return {
    bucketName: left.has('bucket') ? problems : problems.filter((problem) => !notYet.includes(problem)),
    fields,
  };
}

function trimmed(values: SettingsValues) {
  const { bucket, accessKeyId, secretAccessKey, endpoint } = values;
  return {
    bucket: bucket.trim(),
    accessKeyId: accessKeyId.trim(),
    secretAccessKey: secretAccessKey.trim(),
    endpoint: endpoint.trim(),
  };
}
