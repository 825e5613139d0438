import { bucketArn } from './access/bucketArn.ts';
import { isBucketName } from './account/isBucketName.ts';
import type { FakeAccount, FakeBucket } from './account/FakeAccount.ts';
import { partitionOf } from './account/partitionOf.ts';
import { type AuthorizeInput, authorizeCall } from './operations/authorizeCall.ts';
import { checkAvailable, checkBucketOwner } from './operations/checkBucketState.ts';
import { objectId } from './operations/objectId.ts';
import { postObject } from './operations/postObject.ts';
import { preflight } from './operations/preflight.ts';
import { runOperation } from './operations/runOperation.ts';
import type { S3Call } from './operations/S3Call.ts';
import { xmlResponse } from './operations/xmlResponse.ts';
import { authenticate } from './signing/authenticate.ts';
import type { Caller } from './signing/Caller.ts';
import type { ObjectStorage } from './storage/ObjectStorage.ts';
import { parseQuery } from './wire/parseQuery.ts';
import type { Address } from './wire/readAddress.ts';
import { S3Fault } from './wire/S3Fault.ts';

/** A request that has found its service, and the world that it comes into. */
export interface AnswerInput {
  account: FakeAccount;
  storage: ObjectStorage;
  address: Address;
  bucket: FakeBucket | null;
  request: Request;
  url: URL;
  now: number;
}

/** Takes a request through S3's order of questions: name, preflight, region, signature, bucket, operation; throws the first refusal. */
export async function answerRequest(input: AnswerInput): Promise<Response> {
  const { account, address, bucket, url, now } = input;
  if (address.bucket !== null && !bucket && !isBucketName(address.bucket)) {
    throw new S3Fault(400, 'InvalidBucketName', 'The specified bucket is not valid.', {
      BucketName: address.bucket,
    });
  }
  if (bucket && address.region !== null && address.region !== bucket.region)
    throw permanentRedirect(address, bucket);
  if (input.request.method === 'OPTIONS') {
    return preflight(input.request, bucket, address.key === '' ? 'BUCKET' : 'OBJECT');
  }

  const request = input.request;
  const query = parseQuery(url.search);
  const completes = request.method === 'POST' && query.some(([name]) => name === 'uploadId');
  if (bucket && !completes) checkAvailable(bucket);
  const isForm =
    request.method === 'POST' &&
    address.key === '' &&
    /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  const { caller, payloadHash } = await authenticate({
    account,
    address,
    request,
    url,
    query,
    expectedRegion: bucket?.region ?? address.region,
    now,
    contentLength: async () => (await request.clone().arrayBuffer()).byteLength,
  });
  if (address.bucket === null) return listBuckets(input, caller);
  if (!bucket) {
    throw new S3Fault(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      BucketName: address.bucket,
    });
  }

  const publicAcl = await hasPublicAcl(input, bucket);
  const callOf = (by: Caller, key: string, fields?: ReadonlyMap<string, string>): S3Call => {
    const param = (name: string) => query.find(([one]) => one === name)?.[1] ?? null;
    // A presigned URL may carry its x-amz- headers in the query, a form in its fields.
    const hoisted =
      fields ??
      new Map(
        by.kind === 'user' && by.authType === 'REST-QUERY-STRING'
          ? query.map(([name, value]) => [name.toLowerCase(), value])
          : [],
      );
    const header = (name: string) =>
      fields?.get(name) ??
      (fields ? null : request.headers.get(name)) ??
      (name.startsWith('x-amz-') ? (hoisted.get(name) ?? null) : null);
    const asking: AuthorizeInput = { account, caller: by, bucket, request, url, now, header, param };
    return {
      request,
      url,
      address,
      account,
      storage: input.storage,
      caller: by,
      bucket,
      key,
      now,
      payloadHash,
      param,
      header,
      headerNames: () => [
        ...(fields ? [] : request.headers.keys()),
        ...[...hoisted.keys()].filter((name) => name.startsWith('x-amz-')),
      ],
      authorize: (action, other) =>
        authorizeCall(
          { ...asking, publicAcl: publicAcl && action === 's3:GetObject' },
          action,
          other === undefined ? key : other,
        ),
    };
  };

  const call = callOf(caller, address.key);
  checkBucketOwner(account, bucket, call.header('x-amz-expected-bucket-owner'));
  return isForm ? postObject(call, callOf) : runOperation(call);
}

function listBuckets({ account, request, url, now, address }: AnswerInput, caller: Caller): Response {
  if (request.method !== 'GET') {
    throw new S3Fault(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      Method: request.method,
      ResourceType: 'SERVICE',
    });
  }
  const asking = { account, caller, bucket: null, request, url, now, header: () => null, param: () => null };
  authorizeCall(asking, 's3:ListAllMyBuckets', null);
  const own = account.buckets.filter((one) => one.ownerAccountId === undefined);
  return xmlResponse('ListAllMyBucketsResult', {
    Owner: { ID: account.accountId },
    Buckets: {
      Bucket: own.map((one) => ({
        Name: one.name,
        BucketRegion: one.region,
        BucketArn: partitionOf(address.region ?? one.region) === 'aws' ? undefined : bucketArn(one),
      })),
    },
  });
}

async function hasPublicAcl({ storage, address }: AnswerInput, bucket: FakeBucket): Promise<boolean> {
  if ((bucket.objectOwnership ?? 'BucketOwnerEnforced') === 'BucketOwnerEnforced' || address.key === '')
    return false;
  const meta = await storage.getMeta(objectId(bucket.name, address.key));
  return meta?.acl?.startsWith('public-read') ?? false;
}

function permanentRedirect(address: Address, bucket: FakeBucket): S3Fault {
  const suffix = partitionOf(bucket.region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const service = `s3.${bucket.region}.${suffix}`;
  return new S3Fault(
    301,
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    { Endpoint: address.style === 'virtual' ? `${bucket.name}.${service}` : service, Bucket: bucket.name },
    { 'x-amz-bucket-region': bucket.region },
  );
}
