import {
  type Diagnosis,
  fromPublicRead,
  fromS3Error,
  isRefusal,
  publicReadRefused,
  type S3Answer,
  s3Facts,
} from '../../diagnosis/index.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import { getObject, getObjectSigned } from '../s3/getObject.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import { freshUrl, getInFront } from '../s3/getInFront.ts';
import { type PutOptions, putObject } from '../s3/putObject.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { diagnosisIn, failed, type Outcome, passed, unknown, warning } from './Outcome.ts';
import { probeContent, probeLimit } from './probes.ts';
import { signedReadRefused } from './signedReadRefused.ts';

/** Puts the test object. `null`: S3 took it. */
export async function tryPut(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  options?: PutOptions,
): Promise<Diagnosis | null> {
  const answer = await putObject(edge, connection, key, probeContent, options);
  if (!isRefusal(answer) && isS3s(answer)) return null;
  return fromS3Error(answer, { operation: 'PUT', ...requestOf(edge, connection) });
}

/** Deletes the test object, which need not be there: S3 says the same then. `null`: S3 did it. */
export async function tryDelete(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
): Promise<Diagnosis | null> {
  const answer = await deleteObject(edge, connection, key);
  if (isGone(answer) || (!isRefusal(answer) && isS3s(answer))) return null;
  return fromS3Error(answer, { operation: 'DELETE', ...requestOf(edge, connection) });
}

/** Deletes the test object once the check is over or nobody waits any more: with time of its own. Never rejects. */
export async function tidy(
  { signal: _, ...edge }: S3Edge,
  connection: S3Connection,
  key: string,
): Promise<void> {
  await tryDelete({ ...edge, timeout: probeLimit }, connection, key).catch(() => null);
}

/**
 * Opens the test object's public link, as a customer would. When that is refused, our own key tells why: Amazon lets the
 * account's own users through Block Public Access, but through no policy that is not there.
 */
export async function readInPublic(edge: S3Edge, connection: S3Connection, key: string): Promise<Outcome> {
  const [answer, signed] = await Promise.all([
    getObject(edge, connection, key),
    hasSts(edge, connection) ? getObjectSigned(edge, connection, key).catch(() => null) : null,
  ]);
  if (holdsContent(answer)) return passed;
  const request = { operation: 'GET', ...placeOf(edge, connection), unsigned: true } as const;
  if (answer.status === 200) return failed(fromS3Error({ status: 200 }, request));
  const diagnosis = fromS3Error(answer, request);
  const unsaid = diagnosis.code === 's3_refused' && (answer.status === 403 || answer.status === 404);
  if (!unsaid && diagnosis.code !== 'public_read_refused') return failed(diagnosis);
  const own = signed && (holdsContent(signed) ? 'allowed' : signed.status === 403 ? 'refused' : undefined);
  return failed(publicReadRefused(connection.bucket, s3Facts(answer), own ?? undefined));
}

/** Opens the test object where links lead when that is not S3; S3's own link tells whether what stands in front of it is at fault. */
export async function readInFront(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  base: string,
): Promise<Outcome> {
  const [answer, direct] = await Promise.all([
    // That nobody answers there is the fault itself: no other step asks there.
    getInFront(edge, freshUrl(base, key, edge.now()), { 'cache-control': 'no-cache' }).catch(diagnosisIn),
    getObject(edge, connection, key).catch(() => null),
  ]);
  if ('code' in answer) return failed(answer);
  if (holdsContent(answer)) return passed;
  const { bucket } = connection;
  return failed(
    fromPublicRead(answer, { bucket, host: new URL(base).host, direct: shownBy(direct, holdsContent) }),
  );
}

/** What became of S3's own public link; `undefined` where that is not known. */
export function shownBy(
  answer: S3Answer | null,
  isShown: (answer: S3Answer) => boolean,
): 'allowed' | 'refused' | undefined {
  if (answer && isShown(answer)) return 'allowed';
  return answer && [401, 403, 404].includes(answer.status) ? 'refused' : undefined;
}

/** With private links: a signed link opens, and the public one must not. */
export async function readInPrivate(edge: S3Edge, connection: S3Connection, key: string): Promise<Outcome> {
  const [signed, open] = await Promise.all([
    getObjectSigned(edge, connection, key),
    getObject(edge, connection, key),
  ]);
  if (!holdsContent(signed)) {
    const diagnosis = fromS3Error(signed, { operation: 'GET', ...requestOf(edge, connection) });
    return failed(signedReadRefused(diagnosis));
  }
  if (!holdsContent(open)) return [401, 403, 404].includes(open.status) ? passed : unknown('no_answer');
  return warning({
    code: 'public_read_open',
    bucket: connection.bucket,
    where: [
      { kind: 'step', step: 'bucket-policy' },
      { kind: 'step', step: 'public-access' },
    ],
    certainty: 'certain',
  });
}

/** The key belongs to one account and the bucket to another: it works, but somebody else pays and decides. */
export function bucketInOtherAccount(
  bucket: string,
  account: string | undefined,
  certainty: Diagnosis['certainty'],
  s3?: Diagnosis['s3'],
): Diagnosis {
  return {
    code: 'bucket_in_other_account',
    bucket,
    ...(account === undefined ? {} : { account }),
    where: [{ kind: 'field', field: 'bucket' }],
    certainty,
    ...(s3 ? { s3 } : {}),
  };
}

function holdsContent(answer: S3Answer): boolean {
  return answer.status === 200 && answer.body === probeContent;
}

// Something between us and S3 says 200 to anything, with a page; S3 gives an object its tag and says no more.
function isS3s({ headers, body }: S3Answer): boolean {
  return headers?.etag !== undefined || headers?.['x-amz-request-id'] !== undefined || !body;
}

function placeOf(edge: S3Edge, address: S3Address) {
  return { bucket: address.bucket, region: address.region, custom: endpointOf(edge, address) !== null };
}

function requestOf(edge: S3Edge, connection: S3Connection) {
  return { ...placeOf(edge, connection), accessKeyId: connection.accessKeyId };
}
