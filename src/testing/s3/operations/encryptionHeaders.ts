import { S3Fault, accessDenied, notImplemented } from '../wire/S3Fault.ts';
import type { S3Call } from './S3Call.ts';

/** The KMS key that a new object will be encrypted with (`null` is S3's own key), or S3's refusal to use it. */
export function chooseEncryption(call: S3Call): string | null {
  const { encryption } = call.bucket;
  const asked = call.header('x-amz-server-side-encryption');
  if (asked === 'AES256') return null;
  const kms = encryption?.type === 'aws:kms' ? encryption : null;
  if (asked !== null && !(asked === 'aws:kms' && kms)) throw notImplemented('x-amz-server-side-encryption');
  if (!kms) return null;
  checkKmsKey(call, kms.keyArn, 'kms:GenerateDataKey');
  return kms.keyArn;
}

/** Throws unless the caller may use the key: disabled, gone, or not for this caller. */
export function checkKmsKey(
  call: S3Call,
  keyArn: string,
  action: 'kms:GenerateDataKey' | 'kms:Decrypt',
): void {
  const { encryption } = call.bucket;
  if (call.caller.kind === 'anonymous') {
    throw new S3Fault(
      400,
      'InvalidArgument',
      'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
      { ArgumentName: 'Authorization', ArgumentValue: 'null' },
    );
  }
  // An object may outlive the bucket's setting: then nothing is known against its key.
  if (encryption?.type !== 'aws:kms' || encryption.keyArn !== keyArn) return;
  if (encryption.state === 'Disabled')
    throw new S3Fault(400, 'KMS.DisabledException', `${keyArn} is disabled.`);
  if (encryption.state === 'PendingDeletion')
    throw new S3Fault(400, 'KMS.KMSInvalidStateException', `${keyArn} is pending deletion.`);
  if (encryption.state === 'NotFound')
    throw new S3Fault(400, 'KMS.NotFoundException', `Key '${keyArn}' does not exist`);
  if (!encryption.allowed) {
    throw accessDenied(
      `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${keyArn} because no identity-based policy allows the ${action} action`,
    );
  }
}

/** How an answer names an object's encryption. */
export function encryptionHeaders(kmsKeyArn: string | null | undefined): Record<string, string> {
  return kmsKeyArn
    ? { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyArn }
    : { 'x-amz-server-side-encryption': 'AES256' };
}
