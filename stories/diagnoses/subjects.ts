import type { DiagnosisCode } from '@triage-ai/s3-attachments';
import { api } from '../../src/diagnosis/en/api.ts';
import { bucket } from '../../src/diagnosis/en/bucket.ts';
import { cors } from '../../src/diagnosis/en/cors.ts';
import { credentials } from '../../src/diagnosis/en/credentials.ts';
import { endpoint } from '../../src/diagnosis/en/endpoint.ts';
import { open } from '../../src/diagnosis/en/open.ts';
import { policies } from '../../src/diagnosis/en/policies.ts';
import { transfer } from '../../src/diagnosis/en/transfer.ts';

const codesOf = (words: object) => Object.keys(words) as DiagnosisCode[];

/** Every code, under what it is about. */
export const subjects: Record<string, readonly DiagnosisCode[]> = {
  'Access key and secret': codesOf(credentials),
  'The bucket and its account': codesOf(bucket),
  'Endpoint and clock': codesOf(endpoint),
  Policies: codesOf(policies),
  CORS: codesOf(cors),
  'The transfer and the file': codesOf(transfer),
  'The API of triage.ai': codesOf(api),
  'What anybody may be told': codesOf(open),
};
