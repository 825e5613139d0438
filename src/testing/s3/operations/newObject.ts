import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { utf8 } from '../wire/bytes.ts';
import { S3Fault, accessDenied, invalidArgument, notImplemented } from '../wire/S3Fault.ts';
import { chooseEncryption } from './encryptionHeaders.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';

const kept = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
];
const missing = [
  'x-amz-tagging',
  'x-amz-website-redirect-location',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-object-lock-legal-hold',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-trailer',
  'x-amz-grant-read',
  'x-amz-grant-write',
  'x-amz-grant-full-control',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
];
const cannedAcls = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
];

/** What a writer asks of a new object, after every check that needs no bytes: permission, ACL, encryption, metadata. */
export function newObject(call: S3Call): ObjectMeta {
  for (const name of missing) if (call.header(name) !== null) throw notImplemented(name);
  if (/aws-chunked/.test(call.header('content-encoding') ?? '')) throw notImplemented('Content-Encoding');
  call.authorize('s3:PutObject');
  const acl = checkedAcl(call);
  const kmsKeyArn = chooseEncryption(call);
  return {
    bucket: call.bucket.name,
    key: call.key,
    size: 0,
    etag: '',
    lastModified: new Date(call.now).toISOString(),
    headers: keptHeaders(call),
    ...(kmsKeyArn !== null && { kmsKeyArn }),
    ...(acl !== null && { acl }),
  };
}

/** Throws unless the object is as the conditional headers of a write want it. */
export async function checkWriteConditions(call: S3Call): Promise<void> {
  const ifNoneMatch = call.header('if-none-match');
  const ifMatch = call.header('if-match');
  if (ifNoneMatch === null && ifMatch === null) return;
  if (ifNoneMatch !== null && ifNoneMatch !== '*') throw notImplemented('If-None-Match');
  const there = await call.storage.getMeta(objectId(call.bucket.name, call.key));
  const exists = there !== null && !there.deleteMarker;
  if (ifNoneMatch !== null && exists) throw preconditionFailed('If-None-Match');
  if (ifMatch === null) return;
  if (!exists) throw new S3Fault(404, 'NoSuchKey', 'The specified key does not exist.', { Key: call.key });
  if (unquoted(ifMatch) !== unquoted(there.etag)) throw preconditionFailed('If-Match');
}

/** The answer to a condition that does not hold. */
export function preconditionFailed(condition: string): S3Fault {
  return new S3Fault(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    {
      Condition: condition,
    },
  );
}

/** An ETag without its quotes. */
export function unquoted(etag: string): string {
  return etag.trim().replace(/^"(.*)"$/, '$1');
}

function checkedAcl(call: S3Call): string | null {
  const acl = call.header('x-amz-acl');
  if (acl === null) return null;
  if ((call.bucket.objectOwnership ?? 'BucketOwnerEnforced') === 'BucketOwnerEnforced') {
    // The one ACL that says nothing new is let through.
    if (acl === 'bucket-owner-full-control') return null;
    throw new S3Fault(400, 'AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  if (!cannedAcls.includes(acl)) throw invalidArgument('', 'x-amz-acl', acl);
  call.authorize('s3:PutObjectAcl');
  const { account, bucket } = call;
  const blocked =
    bucket.blockPublicAccess.BlockPublicAcls ||
    (bucket.ownerAccountId === undefined && account.blockPublicAccess.BlockPublicAcls);
  if (blocked && /^(public|authenticated)-/.test(acl)) {
    throw accessDenied(
      call.caller.kind === 'user' && bucket.ownerAccountId === undefined
        ? `User: ${call.caller.arn} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::${bucket.name}/${call.key}" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.`
        : undefined,
    );
  }
  return acl;
}

function keptHeaders(call: S3Call): Record<string, string> {
  const headers: Record<string, string> = {};
  let size = 0;
  for (const name of [...kept, ...call.headerNames().filter((one) => one.startsWith('x-amz-meta-'))]) {
    const value = call.header(name);
    if (value === null) continue;
    headers[name] = value;
    if (name.startsWith('x-amz-meta-'))
      size += utf8(name).byteLength - 'x-amz-meta-'.length + utf8(value).byteLength;
  }
  headers['content-type'] ??= 'binary/octet-stream';
  if (size > 2048) {
    throw new S3Fault(
      400,
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size',
      {
        Size: size,
        MaxSizeAllowed: 2048,
      },
    );
  }
  return headers;
}
