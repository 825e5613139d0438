import { deleteAccessKey, suspendUser } from '../../support/rgw.ts';
import { userOf } from './createRgwWorld.ts';
import { check, complete, type RgwFault, surely, upload } from './RgwFault.ts';

const minutes = 60_000;
const wrongSecret = { secretAccessKey: 'wrongSecretwrongSecretwrongSecretwrong00' };
const keyUnknown = surely('access_key_unknown', ['field:accessKeyId']);
const secretWrong = surely('secret_wrong', ['field:secretAccessKey']);
const swapped = surely('credentials_swapped', ['field:accessKeyId', 'field:secretAccessKey']);
const clock = surely('clock_skewed', ['elsewhere:clock']);
// RGW closes the buckets of a suspended user too, and says the same of both: an account is suspended, the key's or the bucket's.
const suspended = surely('account_disabled', ['elsewhere:aws-account'], {
  s3: { code: 'UserSuspended', status: 403 },
});

export const credentials: RgwFault[] = [
  {
    fault: 'key id unknown',
    expected: keyUnknown,
    ask: check({ values: { accessKeyId: 'AKIANOBODYHASTHISKEY' } }),
  },
  {
    fault: 'key id mistyped',
    expected: keyUnknown,
    ask: check({ values: ({ user }) => ({ accessKeyId: user.accessKeyId.replace(/\d$/, 'X') }) }),
  },
  {
    fault: 'key deleted: upload',
    expected: keyUnknown,
    ask: upload({ make: ({ rgw, user }) => deleteAccessKey(rgw, user) }),
  },
  {
    fault: 'user suspended',
    expected: suspended,
    ask: check({ make: ({ rgw, user }) => suspendUser(rgw, user) }),
  },
  {
    fault: 'user suspended: upload',
    expected: suspended,
    ask: upload({ make: ({ rgw, user }) => suspendUser(rgw, user) }),
  },
  {
    fault: 'the bucket’s owner suspended',
    expected: suspended,
    world: () => ({ owner: userOf('closed-account', 900) }),
    ask: check({ make: ({ rgw }) => suspendUser(rgw, userOf('closed-account', 900)) }),
  },
  { fault: 'secret wrong', expected: secretWrong, ask: check({ values: wrongSecret }) },
  { fault: 'secret wrong: upload', expected: secretWrong, ask: upload({ values: wrongSecret }) },
  {
    fault: 'space in the secret',
    expected: secretWrong,
    ask: check({
      values: ({ user }) => ({ secretAccessKey: user.secretAccessKey.replace(/^.{20}/, '$& ') }),
    }),
  },
  {
    fault: 'space in the key id',
    expected: surely('credential_malformed', ['field:accessKeyId']),
    ask: check({ values: ({ user }) => ({ accessKeyId: user.accessKeyId.replace(/^.{8}/, '$& ') }) }),
  },
  {
    fault: 'key and secret swapped',
    expected: swapped,
    ask: check({
      values: ({ user }) => ({ accessKeyId: user.secretAccessKey, secretAccessKey: user.accessKeyId }),
    }),
  },
  {
    fault: 'key and secret swapped: upload',
    expected: swapped,
    ask: upload({
      values: ({ user }) => ({ accessKeyId: user.secretAccessKey, secretAccessKey: user.accessKeyId }),
    }),
  },

  {
    fault: 'our clock 20 min slow, header signing',
    expected: clock,
    world: () => ({ clockSkew: -20 * minutes }),
    ask: check({}),
  },
  {
    fault: 'our clock 20 min fast, header signing',
    expected: clock,
    world: () => ({ clockSkew: 20 * minutes }),
    ask: check({}),
  },
  {
    fault: 'our clock 20 min slow, presigned',
    expected: clock,
    world: () => ({ clockSkew: -20 * minutes }),
    ask: upload({}),
  },
  {
    // RGW takes a URL from the future: that the clock is wrong shows when the file is registered.
    fault: 'our clock 20 min fast, presigned',
    expected: clock,
    world: () => ({ clockSkew: 20 * minutes }),
    ask: complete({}),
  },
  {
    fault: 'presigned URL simply too old',
    expected: surely('url_expired', ['elsewhere:try-again']),
    world: () => ({ urlLifetime: 1 }),
    ask: upload({ before: () => new Promise((resolve) => setTimeout(resolve, 2_200)) }),
  },
];
