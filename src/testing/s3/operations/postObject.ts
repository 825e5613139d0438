import { createMD5 } from 'hash-wasm';
import { parseCredential } from '../signing/CredentialScope.ts';
import { type Caller, userArn } from '../signing/Caller.ts';
import { unknownKey } from '../signing/authenticate.ts';
import { findAccessKey } from '../signing/findAccessKey.ts';
import { signature } from '../signing/signature.ts';
import { parseAwsDate } from '../wire/awsDate.ts';
import { S3Fault, accessDenied, invalidArgument } from '../wire/S3Fault.ts';
import { newObject } from './newObject.ts';
import { objectId } from './objectId.ts';
import { type PostPolicy, checkPostPolicy, checkPostSize, parsePostPolicy } from './postPolicy.ts';
import { checkLockHeaders, versioned, writtenHeaders } from './putObject.ts';
import type { S3Call } from './S3Call.ts';
import { MAX_PUT } from './verifiedBody.ts';
import { xmlResponse } from './xmlResponse.ts';

/** Makes the call of a form: the same request with another caller, key and headers. */
export type FormCall = (caller: Caller, key: string, fields: ReadonlyMap<string, string>) => S3Call;

/** The form upload of a browser (`POST` of a bucket), allowed by a signed policy document. */
export async function postObject(anonymous: S3Call, formCall: FormCall): Promise<Response> {
  const { fields, file } = await readForm(anonymous);
  const named = fields.get('key');
  if (named === undefined || named === '') {
    throw invalidArgument(
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      'key',
      '',
    );
  }
  const key = named.replaceAll('${filename}', file.name);
  const { caller, policy } = await verifyForm(anonymous, fields);
  const call = formCall(caller, key, fields);
  if (policy) {
    checkPostPolicy(policy, new Map(fields).set('key', named).set('bucket', call.bucket.name), call.now);
    checkPostSize(policy, file.size);
  }
  const limit = Math.min(MAX_PUT, call.bucket.maxObjectSize ?? MAX_PUT);
  if (file.size > limit) {
    throw new S3Fault(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: file.size,
      MaxSizeAllowed: limit,
    });
  }
  const meta = newObject(call);
  checkLockHeaders(call);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const id = objectId(call.bucket.name, key);
  const { size } = await call.storage.put(id, bytes);
  const etag = `"${(await createMD5()).update(bytes).digest('hex')}"`;
  const stored = { ...meta, ...versioned(call), size, etag };
  await call.storage.setMeta(id, stored);
  return answer(call, fields, key, writtenHeaders(stored));
}

async function readForm({ request }: S3Call): Promise<{ fields: Map<string, string>; file: File }> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new S3Fault(
      400,
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
    );
  }
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (name.toLowerCase() === 'file') {
      // What follows the file is not read.
      return { fields, file: typeof value === 'string' ? new File([value], 'file') : value };
    }
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  throw invalidArgument('POST requires exactly one file upload per request.', 'file', '0');
}

async function verifyForm(
  call: S3Call,
  fields: ReadonlyMap<string, string>,
): Promise<{ caller: Caller; policy: PostPolicy | null }> {
  const encoded = fields.get('policy');
  if (encoded === undefined) return { caller: { kind: 'anonymous' }, policy: null };
  const field = (name: string): string => {
    const value = fields.get(name.toLowerCase());
    if (value !== undefined) return value;
    throw invalidArgument(
      `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
      name,
      '',
    );
  };
  if (field('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw invalidArgument(
      'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"',
      'X-Amz-Algorithm',
      field('X-Amz-Algorithm'),
    );
  }
  const scope = parseCredential(field('X-Amz-Credential'));
  if ('problem' in scope) {
    throw invalidArgument(
      `Error parsing the X-Amz-Credential parameter; ${scope.problem}`,
      'X-Amz-Credential',
      field('X-Amz-Credential'),
    );
  }
  if (scope.region !== call.bucket.region) {
    throw new S3Fault(
      400,
      'AuthorizationQueryParametersError',
      `Error parsing the X-Amz-Credential parameter; the region '${scope.region}' is wrong; expecting '${call.bucket.region}'`,
      { Region: call.bucket.region },
    );
  }
  const signedAt = parseAwsDate(field('X-Amz-Date'));
  if (signedAt === null) {
    throw invalidArgument(
      "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
      'X-Amz-Date',
      field('X-Amz-Date'),
    );
  }
  const found = findAccessKey(call.account, scope.accessKeyId, call.now);
  const token = fields.get('x-amz-security-token');
  if (!found || (found.key.sessionToken !== undefined && token === undefined))
    throw unknownKey(scope.accessKeyId);
  if (token !== undefined && token !== found.key.sessionToken) {
    throw new S3Fault(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.', {
      'Token-0': token,
    });
  }
  if (found.key.expiresAt !== undefined && Date.parse(found.key.expiresAt) <= call.now) {
    throw new S3Fault(400, 'ExpiredToken', 'The provided token has expired.', { 'Token-0': token });
  }
  const provided = field('X-Amz-Signature');
  if (provided !== (await signature(found.key.secretAccessKey, scope, encoded))) {
    throw new S3Fault(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { AWSAccessKeyId: scope.accessKeyId, StringToSign: encoded, SignatureProvided: provided },
    );
  }
  if (signedAt - call.now > 15 * 60_000) throw accessDenied('Request is not valid yet');
  const caller: Caller = {
    kind: 'user',
    user: found.user,
    arn: userArn(call.account, found.user, scope.region),
    accountId: call.account.accountId,
    authType: 'POST',
    signatureAge: call.now - signedAt,
  };
  return { caller, policy: parsePostPolicy(encoded) };
}

function answer(
  call: S3Call,
  fields: ReadonlyMap<string, string>,
  key: string,
  headers: Record<string, string>,
): Response {
  const etag = headers['etag'] ?? '';
  const redirect = fields.get('success_action_redirect') ?? fields.get('redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    target.searchParams.set('bucket', call.bucket.name);
    target.searchParams.set('key', key);
    target.searchParams.set('etag', etag);
    return new Response(null, { status: 303, headers: { ...headers, location: target.href } });
  }
  const location = `${call.url.origin}${call.url.pathname.replace(/\/$/, '')}/${encodeURIComponent(key).replaceAll('%2F', '/')}`;
  switch (fields.get('success_action_status')) {
    case '200':
      return new Response(null, { status: 200, headers: { ...headers, location } });
    case '201':
      return xmlResponse(
        'PostResponse',
        { Location: location, Bucket: call.bucket.name, Key: key, ETag: etag },
        {
          status: 201,
          headers: { ...headers, location },
        },
      );
    default:
      return new Response(null, { status: 204, headers: { ...headers, location } });
  }
}
