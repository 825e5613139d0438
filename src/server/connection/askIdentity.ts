import { type DiagnosisCode, element, fromS3Error } from '../../diagnosis/index.ts';
import { getCallerIdentity } from '../s3/getCallerIdentity.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { failed, type Outcome, unknown } from './Outcome.ts';

const aboutTheKey: readonly DiagnosisCode[] = [
  'access_key_unknown',
  'secret_wrong',
  'credential_malformed',
  'credential_expired',
  'credentials_swapped',
  'clock_skewed',
];

/** Asks STS whose key it is: tells apart an unknown key, a wrong secret and a wrong clock, and knows the root user. */
export async function askIdentity(edge: S3Edge, connection: S3Connection): Promise<Outcome> {
  const answer = await getCallerIdentity(edge, connection);
  const arn = element(answer.body, 'Arn');
  const account = element(answer.body, 'Account');
  if (answer.status === 200 && arn && account) {
    const identity = { arn: arn.slice(0, 2048), account: account.slice(0, 64) };
    if (!/:root$/.test(arn)) return { status: 'passed', identity };
    return {
      status: 'warning',
      diagnoses: [
        {
          code: 'root_key',
          account: identity.account,
          where: [{ kind: 'step', step: 'iam-user' }],
          certainty: 'certain',
        },
      ],
    };
  }
  const { bucket, region, accessKeyId } = connection;
  const diagnosis = fromS3Error(answer, { operation: 'GET', bucket, region, accessKeyId });
  // Anything else, such as throttling, tells nothing of the key.
  if (!aboutTheKey.includes(diagnosis.code)) return unknown('no_answer');
  // Nothing but the secret goes into this signature, so it is not a header that was changed on the way.
  return failed(diagnosis.code === 'secret_wrong' ? { ...diagnosis, certainty: 'certain' } : diagnosis);
}
