import { bucketArn } from '../access/bucketArn.ts';
import { decideAccess } from '../access/decideAccess.ts';
import type { FakeAccount, FakeBucket } from '../account/FakeAccount.ts';
import type { Caller } from '../signing/Caller.ts';
import { accessDenied } from '../wire/S3Fault.ts';

/** What an access decision is taken from. */
export interface AuthorizeInput {
  account: FakeAccount;
  caller: Caller;
  bucket: FakeBucket | null;
  request: Request;
  url: URL;
  now: number;
  header: (name: string) => string | null;
  param: (name: string) => string | null;
  publicAcl?: boolean;
}

/** Throws AccessDenied as S3 words it to this caller, unless policies allow the action; without a key it is about the bucket. */
export function authorizeCall(input: AuthorizeInput, action: string, key: string | null): void {
  const { account, caller, bucket } = input;
  const resource = bucket ? bucketArn(bucket, key ?? undefined) : '*';
  const clause = decideAccess({
    account,
    caller,
    bucket,
    action,
    resource,
    context: contextOf(input),
    publicAcl: input.publicAcl ?? false,
  });
  if (clause === null) return;
  if (clause === '' || caller.kind === 'anonymous') throw accessDenied();
  const on = bucket ? ` on resource: "${resource}"` : '';
  throw accessDenied(`User: ${caller.arn} is not authorized to perform: ${action}${on} ${clause}`);
}

function contextOf({
  account,
  caller,
  bucket,
  request,
  url,
  now,
  header,
  param,
}: AuthorizeInput): ReadonlyMap<string, string> {
  const context = new Map<string, string>();
  const set = (key: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) context.set(key.toLowerCase(), value);
  };
  set('aws:SecureTransport', String(url.protocol === 'https:'));
  // A Request does not tell its address: a proxy's word for it, or this machine.
  set('aws:SourceIp', request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1');
  set('aws:UserAgent', request.headers.get('user-agent'));
  set('aws:Referer', request.headers.get('referer'));
  set('aws:CurrentTime', new Date(now).toISOString());
  set('aws:EpochTime', String(Math.floor(now / 1000)));
  set('aws:RequestedRegion', bucket?.region);
  set('aws:ResourceAccount', bucket?.ownerAccountId ?? account.accountId);
  set('s3:ResourceAccount', bucket?.ownerAccountId ?? account.accountId);
  if (caller.kind === 'user') {
    set('aws:PrincipalArn', caller.arn);
    set('aws:PrincipalAccount', caller.accountId);
    set('aws:PrincipalType', caller.user.root ? 'Account' : 'User');
    if (!caller.user.root) set('aws:username', caller.user.name);
    set('s3:authType', caller.authType);
    set('s3:signatureAge', String(caller.signatureAge));
    set('s3:signatureversion', 'AWS4-HMAC-SHA256');
  } else {
    set('aws:PrincipalType', 'Anonymous');
  }
  for (const name of [
    'x-amz-acl',
    'x-amz-content-sha256',
    'x-amz-server-side-encryption',
    'x-amz-storage-class',
    'if-none-match',
  ]) {
    set(`s3:${name}`, header(name));
  }
  for (const name of ['prefix', 'delimiter', 'max-keys', 'versionid']) set(`s3:${name}`, param(name));
  return context;
}
