import { S3Fault, notImplemented } from '../wire/S3Fault.ts';
import { utf8 } from '../wire/bytes.ts';
import { completeMultipartUpload } from './completeMultipartUpload.ts';
import { deleteObject } from './deleteObject.ts';
import { deleteObjects } from './deleteObjects.ts';
import { getBucketLocation, headBucket } from './describeBucket.ts';
import { getObject } from './getObject.ts';
import { listObjects } from './listObjects.ts';
import { listMultipartUploads, listParts } from './listUploads.ts';
import { abortMultipartUpload, createMultipartUpload, uploadPart } from './multipartUpload.ts';
import { putObject } from './putObject.ts';
import type { S3Call } from './S3Call.ts';

/** Parameters that make another operation of a request, one that S3 has and the fake has not. */
const elsewhere = [
  'acl',
  'accelerate',
  'analytics',
  'attributes',
  'cors',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'versioning',
  'versions',
  'website',
];

/** Finds the S3 operation of a request and runs it; what the fake cannot do is refused, never passed over. */
export async function runOperation(call: S3Call): Promise<Response> {
  const has = (name: string) => call.param(name) !== null;
  const { method } = call.request;
  if (elsewhere.some((name) => has(name) && !(name === 'partNumber' && has('uploadId'))))
    throw notImplemented();
  return call.key === '' ? bucketOperation(call, method, has) : objectOperation(call, method, has);
}

async function bucketOperation(
  call: S3Call,
  method: string,
  has: (name: string) => boolean,
): Promise<Response> {
  switch (method) {
    case 'HEAD':
      return headBucket(call);
    case 'GET':
      if (has('location')) return getBucketLocation(call);
      return has('uploads') ? listMultipartUploads(call) : listObjects(call);
    case 'POST':
      if (has('delete')) return deleteObjects(call);
      throw new S3Fault(
        412,
        'PreconditionFailed',
        'At least one of the pre-conditions you specified did not hold',
        {
          Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
        },
      );
    case 'PUT':
    case 'DELETE':
      throw notImplemented();
    default:
      throw methodNotAllowed(method, 'BUCKET');
  }
}

async function objectOperation(
  call: S3Call,
  method: string,
  has: (name: string) => boolean,
): Promise<Response> {
  const size = utf8(call.key).byteLength;
  if (size > 1024) {
    throw new S3Fault(400, 'KeyTooLongError', 'Your key is too long', { Size: size, MaxSizeAllowed: 1024 });
  }
  switch (method) {
    case 'GET':
      return has('uploadId') ? listParts(call) : getObject(call);
    case 'HEAD':
      return getObject(call);
    case 'PUT':
      return has('uploadId') ? uploadPart(call) : putObject(call);
    case 'DELETE':
      return has('uploadId') ? abortMultipartUpload(call) : deleteObject(call);
    case 'POST':
      if (has('uploads')) return createMultipartUpload(call);
      if (has('uploadId')) return completeMultipartUpload(call);
      throw methodNotAllowed(method, 'OBJECT');
    default:
      throw methodNotAllowed(method, 'OBJECT');
  }
}

function methodNotAllowed(method: string, resourceType: string): S3Fault {
  return new S3Fault(
    405,
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    { Method: method, ResourceType: resourceType },
    { allow: resourceType === 'OBJECT' ? 'HEAD, DELETE, GET, PUT' : 'HEAD, DELETE, POST, GET, PUT' },
  );
}
