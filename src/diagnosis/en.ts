import type { DiagnosisMessages } from './DiagnosisMessages.ts';
import { api } from './en/api.ts';
import { bucket } from './en/bucket.ts';
import { cors } from './en/cors.ts';
import { credentials } from './en/credentials.ts';
import { endpoint } from './en/endpoint.ts';
import { open } from './en/open.ts';
import { policies } from './en/policies.ts';
import { transfer } from './en/transfer.ts';

/** The words for administrators in English; each subject has a file. */
export const diagnosisWords: DiagnosisMessages = {
  ...credentials,
  ...bucket,
  ...endpoint,
  ...policies,
  ...cors,
  ...transfer,
  ...api,
  ...open,
};
