import { randomBytes } from 'node:crypto';

/** The four values that are printed when the demo is ready. */
export interface PracticeValues {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Values for a new practice account. Its key is made here and opens nothing but this machine's practice S3. */
export function newPracticeValues(): PracticeValues {
  return {
    bucket: 'triage-ai-attachments',
    region: 'eu-central-1',
    accessKeyId: `AKIA${Array.from(randomBytes(16), (byte) => base32[byte % 32]).join('')}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  };
}
