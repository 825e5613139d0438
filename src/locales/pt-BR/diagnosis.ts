import type { DiagnosisMessages } from '../../diagnosis/index.ts';
import { api } from './diagnosis/api.ts';
import { bucket } from './diagnosis/bucket.ts';
import { cors } from './diagnosis/cors.ts';
import { credentials } from './diagnosis/credentials.ts';
import { endpoint } from './diagnosis/endpoint.ts';
import { open } from './diagnosis/open.ts';
import { policies } from './diagnosis/policies.ts';
import { transfer } from './diagnosis/transfer.ts';

/** The words for administrators in Brazilian Portuguese; each subject has a file. */
export const diagnosis: DiagnosisMessages = {
  ...credentials,
  ...bucket,
  ...endpoint,
  ...policies,
  ...cors,
  ...transfer,
  ...api,
  ...open,
};
