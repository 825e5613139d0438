import {
  bucketMissing,
  type Diagnosis,
  DiagnosisError,
  fromS3Error,
  regionWrong,
  s3Facts,
} from '../../diagnosis/index.ts';
import { secretUnreadable } from '../refusals.ts';
import type { Secret } from '../Secret.ts';
import { deleteObject } from '../s3/deleteObject.ts';
import { headBucket, regionIn } from '../s3/headBucket.ts';
import { putObject } from '../s3/putObject.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';

/** Lies beside the attachments, so that a policy for their prefix alone allows it too. Always the same key: nothing piles up. */
export const probeKey = 'tickets/.s3-attachments-probe';

/** What was found out about the bucket and the key; `null` where nothing is wrong. */
export interface BucketFindings {
  bucket: Diagnosis | null;
  put: Diagnosis | null;
}

/** The access key as it is saved; the secret is `null` when it cannot be read. */
export interface SavedCredentials {
  accessKeyId: string;
  secretAccessKey: Secret | null;
}

/** Asks S3 two things side by side: is the bucket there, and may our key put an object. */
export async function probeBucket(
  edge: S3Edge,
  address: S3Address,
  credentials: SavedCredentials | null,
): Promise<BucketFindings> {
  const [bucket, put] = await Promise.all([
    found(askBucket(edge, address)),
    found(tryPut(edge, address, credentials)),
  ]);
  return { bucket, put };
}

/** A diagnosis, thrown or not, as data. */
export async function found(finding: Promise<Diagnosis | null>): Promise<Diagnosis | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DiagnosisError && error.verdict.detail === 'full') return error.verdict.diagnosis;
    throw error;
  }
}

async function askBucket(edge: S3Edge, address: S3Address): Promise<Diagnosis | null> {
  const answer = await headBucket(edge, address);
  if (answer.status === 404) return bucketMissing(address.bucket, s3Facts(answer));
  const region = regionIn(answer);
  return region === undefined || region === address.region
    ? null
    : regionWrong(address, region, s3Facts(answer));
}

async function tryPut(
  edge: S3Edge,
  address: S3Address,
  credentials: SavedCredentials | null,
): Promise<Diagnosis | null> {
  if (!credentials?.secretAccessKey) return secretUnreadable();
  const { accessKeyId, secretAccessKey } = credentials;
  const connection = { ...address, accessKeyId, secretAccessKey };
  const answer = await putObject(
    edge,
    connection,
    probeKey,
    'Written to find out why an upload failed. It can be deleted.\n',
  );
  if (answer.status < 200 || answer.status >= 300) {
    return fromS3Error(answer, { operation: 'PUT', ...address, accessKeyId });
  }
  // Whether it may be deleted is another question, and nobody has asked it.
  await deleteObject(edge, connection, probeKey).catch(() => null);
  return null;
}
