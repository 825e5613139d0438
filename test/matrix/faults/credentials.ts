import { saved, secret } from '../../server/support/createWorld.ts';
import { elsewhere } from '../documents.ts';
import { type Fault, signedPut } from '../Fault.ts';

const keyUnknown = { code: 'access_key_unknown', where: ['field:accessKeyId'] } as const;
const keyMalformed = { code: 'credential_malformed', where: ['field:accessKeyId'] } as const;
const secretWrong = { code: 'secret_wrong', where: ['field:secretAccessKey'] } as const;
const swapped = {
  code: 'credentials_swapped',
  where: ['field:accessKeyId', 'field:secretAccessKey'],
} as const;
const temporary = { code: 'credential_temporary', where: ['step:access-key', 'field:accessKeyId'] } as const;
const expired = { code: 'credential_expired', where: ['step:access-key'] } as const;

const otherSecret = 'another/secretKeyOfSomebodyElse+0123456x';
const id = saved.accessKeyId;

const typedSecret = (fault: string, secretAccessKey: string): Fault => ({
  fault,
  by: 'check',
  values: { secretAccessKey },
  // It looks odd, which is only a warning; what AWS says of it is the fault.
  expected: secretWrong,
});

const typedKey = (fault: string, accessKeyId: string): Fault => ({
  fault,
  by: 'check',
  values: { accessKeyId },
  expected: keyMalformed,
});

/** `s3-faults.md`, “Credentials”. */
export const credentials: Fault[] = [
  {
    fault: 'key id unknown',
    by: 'check',
    alike: 'unknown key',
    values: { accessKeyId: 'AKIAUNKNOWNKEY234567' },
    expected: keyUnknown,
  },
  {
    fault: 'key id mistyped',
    by: 'check',
    alike: 'unknown key',
    values: { accessKeyId: 'AKIAACMETRIAGE234576' },
    expected: keyUnknown,
  },
  {
    fault: 'key deleted',
    by: 'check',
    alike: 'unknown key',
    break: ({ user }) => (user.accessKeys = []),
    expected: keyUnknown,
  },
  {
    fault: 'key inactive',
    by: 'check',
    alike: 'unknown key',
    break: ({ key }) => (key.status = 'Inactive'),
    expected: keyUnknown,
    facts: { accessKeyId: id },
  },
  {
    fault: 'key made a moment ago, not spread yet',
    by: 'check',
    alike: 'unknown key',
    break: ({ key }) => (key.activeFrom = new Date(Date.now() + 60_000).toISOString()),
    expected: keyUnknown,
  },
  {
    fault: 'key inactive, seen in the browser',
    by: 'upload',
    break: ({ key }) => (key.status = 'Inactive'),
    expected: keyUnknown,
  },
  {
    fault: 'key inactive, once the file is sent',
    by: 'completed',
    after: ({ key }) => (key.status = 'Inactive'),
    expected: keyUnknown,
  },
  {
    fault: 'key unknown, where there is no STS',
    by: 'check',
    values: { ...elsewhere, accessKeyId: 'AKIAUNKNOWNKEY234567' },
    expected: keyUnknown,
  },
  {
    fault: 'key id one character short',
    by: 'check',
    values: { accessKeyId: id.slice(0, -1) },
    expected: keyUnknown,
  },
  typedKey('space in the key id', `${id.slice(0, 8)} ${id.slice(8)}`),
  typedKey('line break in the key id', `${id.slice(0, 8)}\n${id.slice(8)}`),
  typedKey('invisible character in the key id', `\u200b${id}`),
  {
    fault: 'space in the key id, as S3 tells it',
    by: 'answer',
    ask: signedPut({ accessKeyId: 'AKIAFAKE TRIAGEAI2345' }),
    request: { accessKeyId: 'AKIAFAKE TRIAGEAI2345' },
    expected: keyMalformed,
  },
  {
    fault: 'secret wrong',
    by: 'check',
    alike: 'wrong secret',
    values: { secretAccessKey: otherSecret },
    expected: secretWrong,
  },
  {
    fault: 'secret of a key that was made anew',
    by: 'check',
    alike: 'wrong secret',
    break: ({ key }) => (key.secretAccessKey = otherSecret),
    expected: secretWrong,
  },
  {
    fault: 'secret wrong, seen in the browser',
    by: 'upload',
    values: { secretAccessKey: otherSecret },
    expected: secretWrong,
  },
  {
    fault: 'secret wrong, where there is no STS',
    by: 'check',
    values: { ...elsewhere, secretAccessKey: otherSecret },
    expected: secretWrong,
    untold: true,
  },
  {
    fault: 'secret wrong, seen in the browser, where there is no STS',
    by: 'upload',
    values: { ...elsewhere, secretAccessKey: otherSecret },
    expected: secretWrong,
    untold: true,
  },
  typedSecret('space in the secret', `${secret.slice(0, 20)} ${secret.slice(20)}`),
  typedSecret('line break in the secret', `${secret.slice(0, 20)}\n${secret.slice(20)}`),
  typedSecret('invisible character in the secret', `${secret.slice(0, 20)}\u200b${secret.slice(20)}`),
  typedSecret('quotes around the secret', `"${secret}"`),
  typedSecret('+ of the secret mangled on the way', secret.replace('+', ' ')),
  typedSecret('/ of the secret mangled on the way', secret.replaceAll('/', '%2F')),
  typedSecret('+ of the secret lost', secret.replace('+', '')),
  {
    fault: 'key and secret swapped',
    by: 'check',
    values: { accessKeyId: secret, secretAccessKey: id },
    expected: swapped,
  },
  {
    fault: 'key and secret swapped, seen in the browser',
    by: 'upload',
    values: { accessKeyId: otherSecret.replace(/[/+]/g, 'Q'), secretAccessKey: id },
    expected: swapped,
  },
  {
    fault: 'key and secret swapped, the “key” with a slash, as S3 tells it',
    by: 'answer',
    ask: (world) => world.open({ accessKeyId: secret }),
    request: { accessKeyId: secret },
    expected: swapped,
  },
  {
    fault: 'temporary key',
    by: 'check',
    values: { accessKeyId: `ASIA${id.slice(4)}` },
    break: ({ key }) => Object.assign(key, { accessKeyId: `ASIA${id.slice(4)}`, sessionToken: 'token' }),
    expected: temporary,
  },
  {
    fault: 'temporary credentials expired',
    by: 'answer',
    ask: (world) => {
      Object.assign(world.key, { sessionToken: 'token', expiresAt: '2026-01-01T00:00:00Z' });
      return world.open();
    },
    expected: expired,
  },
  {
    fault: 'malformed token',
    by: 'answer',
    ask: (world) => {
      world.key.sessionToken = 'token';
      return world.send({ sessionToken: 'another' });
    },
    expected: expired,
  },
  {
    fault: 'P1 passes but S3 says SignatureDoesNotMatch',
    by: 'check',
    onTheWay: (request) =>
      request.method === 'PUT' ? new Request(`${request.url}?by=proxy`, request) : request,
    expected: { code: 'request_altered', where: ['elsewhere:app'] },
  },
];
