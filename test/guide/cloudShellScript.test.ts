import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  corsRules,
  documentText,
  iamPolicy,
  readPastedValues,
  type ShortcutFacts,
  shortcutText,
} from '../../src/guide/index.ts';

/*
 * The script runs for real, with an `aws` that answers as AWS does and writes down what it was asked. Against the real
 * AWS CLI it runs in test/package/shortcuts.test.ts.
 */

const facts: ShortcutFacts = {
  bucket: 'acme',
  region: 'eu-central-1',
  keyPrefix: '',
  links: 'public',
  largeFiles: false,
};
// Amazon's own example: it opens nothing.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

const error = (code: string) => `echo "An error occurred (${code}) when calling the operation" >&2; exit 254`;

/** An account with nothing in it. */
const empty: Record<string, string> = {
  'sts get-caller-identity': 'echo 111122223333',
  's3api get-bucket-location': error('NoSuchBucket'),
  's3api get-bucket-policy': error('NoSuchBucketPolicy'),
  's3api get-bucket-cors': error('NoSuchCORSConfiguration'),
  'iam get-policy': error('NoSuchEntity'),
  'iam get-user': error('NoSuchEntity'),
  'iam list-access-keys': 'echo',
  'iam create-access-key': String.raw`printf '${accessKeyId}\t${secretAccessKey}\n'`,
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3a-script-'));
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(
    join(bin, 'aws'),
    '#!/usr/bin/env bash\nprintf "%s\\0" "$@" $\'\\n\' >>"$STUB/calls"\nif [ -f "$STUB/$1 $2" ]; then . "$STUB/$1 $2"; fi\n',
  );
  await writeFile(join(bin, 'sleep'), '#!/usr/bin/env bash\n');
  await Promise.all(['aws', 'sleep'].map((name) => chmod(join(bin, name), 0o755)));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  /** Each call's arguments. */
  calls: string[][];
  /** The first two words of each. */
  actions: string[];
  /** What lies in the folder that it was run in, and in its folder for temporary files. */
  files: string[];
}

async function runScript(
  made: Partial<ShortcutFacts> = {},
  answers: Record<string, string> = {},
  { args = [], after = '' }: { args?: string[]; after?: string } = {},
): Promise<Outcome> {
  const stub = await mkdtemp(join(folder, 'run-'));
  const here = join(stub, 'here');
  await mkdir(here);
  for (const [action, answer] of Object.entries({ ...empty, ...answers }))
    await writeFile(join(stub, action), answer);
  const env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    STUB: stub,
    TMPDIR: here,
    HISTFILE: '',
  };
  const outcome = await new Promise<Pick<Outcome, 'code' | 'stdout' | 'stderr'>>((resolve) => {
    const child = execFile('bash', args, { env, cwd: here, timeout: 30_000 }, (failure, stdout, stderr) =>
      resolve({ code: typeof failure?.code === 'number' ? failure.code : failure ? -1 : 0, stdout, stderr }),
    );
    child.stdin?.end(shortcutText('cloudshell', { ...facts, ...made }) + after);
  });
  const log = await readFile(join(stub, 'calls'), 'utf8').catch(() => '');
  const calls = log.split('\0\n\0').flatMap((line) => (line === '' ? [] : [line.split('\0')]));
  return {
    ...outcome,
    calls,
    actions: calls.map((call) => call.slice(0, 2).join(' ')),
    files: await readdir(here),
  };
}

const argument = (outcome: Outcome, action: string, name: string) => {
  const call = outcome.calls[outcome.actions.indexOf(action)] ?? [];
  return call[call.indexOf(name) + 1] ?? '';
};

describe('the script for CloudShell', () => {
  it('sets everything up in order, and prints four lines that the form reads', async () => {
    const done = await runScript();
    expect([done.code, done.stderr]).toEqual([0, expect.not.stringContaining('Stopped')]);
    expect(readPastedValues(done.stdout)).toEqual({
      bucket: 'acme',
      region: 'eu-central-1',
      accessKeyId,
      secretAccessKey,
    });
    expect(done.actions.filter((action) => !/ (?:get|list)-/.test(action))).toEqual([
      's3api create-bucket',
      's3api put-public-access-block',
      's3api put-bucket-policy',
      's3api put-bucket-cors',
      'iam create-policy',
      'iam create-user',
      'iam attach-user-policy',
      'iam create-access-key',
    ]);
    expect(argument(done, 's3api put-bucket-policy', '--policy')).toBe(documentText('bucket-policy', facts));
    expect(JSON.parse(argument(done, 's3api put-bucket-cors', '--cors-configuration'))).toEqual({
      CORSRules: corsRules(),
    });
    expect(argument(done, 'iam create-policy', '--policy-document')).toBe(documentText('iam-policy', facts));
    expect(argument(done, 'iam attach-user-policy', '--policy-arn')).toBe(
      'arn:aws:iam::111122223333:policy/acme',
    );
  });

  it('gives the region to every call', async () => {
    for (const call of (await runScript({ region: 'cn-north-1' })).calls) {
      expect(call[call.indexOf('--region') + 1]).toBe('cn-north-1');
    }
  });

  it('gives the secret to the screen alone: to no argument, to no file', async () => {
    const done = await runScript();
    expect(done.calls.flat().join(' ')).not.toContain(secretAccessKey);
    expect(done.stderr).not.toContain(secretAccessKey);
    expect(done.files).toEqual([]);
  });

  it('tells AWS where to make the bucket, except in its first region', async () => {
    const there = await runScript();
    expect(argument(there, 's3api create-bucket', '--create-bucket-configuration')).toBe(
      'LocationConstraint=eu-central-1',
    );
    const first = await runScript({ region: 'us-east-1' });
    expect(first.code).toBe(0);
    expect(first.calls.flat().join(' ')).not.toContain('LocationConstraint=');
  });

  it.each([
    ['somebody else’s bucket', { 's3api get-bucket-location': error('AccessDenied') }],
    ['a name that was taken meanwhile', { 's3api create-bucket': error('BucketAlreadyExists') }],
  ])('stops at %s, and changes nothing', async (_, answers) => {
    const stopped = await runScript({}, answers);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/Stopped: the name acme belongs to somebody else already/);
    expect(stopped.actions.filter((action) => /put|iam/.test(action))).toEqual([]);
    expect(stopped.stdout).toBe('');
  });

  it('stops where the bucket is in another region, and says in which', async () => {
    const stopped = await runScript({}, { 's3api get-bucket-location': 'echo EU' });
    expect([stopped.code, stopped.stderr]).toEqual([
      1,
      expect.stringContaining('Choose eu-west-1 in the form'),
    ]);
  });

  it('says that nobody is signed in', async () => {
    const stopped = await runScript({}, { 'sts get-caller-identity': error('InvalidClientTokenId') });
    expect([stopped.code, stopped.stderr]).toEqual([
      1,
      expect.stringContaining('Sign in to the AWS console'),
    ]);
  });

  it('takes a bucket that is yours', async () => {
    for (const answers of [
      { 's3api get-bucket-location': 'echo "a warning" >&2; echo eu-central-1' },
      { 's3api create-bucket': error('BucketAlreadyOwnedByYou') },
    ]) {
      expect((await runScript({}, answers)).code).toBe(0);
    }
    expect(
      (await runScript({ region: 'us-east-1' }, { 's3api get-bucket-location': 'echo None' })).code,
    ).toBe(0);
  });

  it('replaces its own bucket policy, and leaves another as it is, unopened', async () => {
    const own = documentText('bucket-policy', { ...facts, keyPrefix: 'old/' });
    const mended = await runScript({}, { 's3api get-bucket-policy': `cat <<'X'\n${own}\nX` });
    expect(mended.actions).toContain('s3api put-bucket-policy');
    const theirs = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}';
    const left = await runScript({}, { 's3api get-bucket-policy': `echo '${theirs}'` });
    expect(left.code).toBe(0);
    expect(left.stderr).toContain(theirs);
    expect(left.actions).not.toContain('s3api put-bucket-policy');
    expect(left.actions).not.toContain('s3api put-public-access-block');
    expect(left.actions).toContain('iam create-access-key');
  });

  it('names Block Public Access of the account where AWS keeps refusing the policy', async () => {
    const stopped = await runScript({}, { 's3api put-bucket-policy': error('AccessDenied') });
    expect([stopped.code, stopped.stderr]).toEqual([1, expect.stringContaining('on for the whole account')]);
    expect(stopped.actions.filter((action) => action === 's3api put-bucket-policy')).toHaveLength(4);
  });

  it('shows the CORS rules that it replaces, unless they are its own', async () => {
    const rules = (found: unknown) => ({
      's3api get-bucket-cors': `echo '${JSON.stringify(found, null, 4)}'`,
    });
    const other = [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://acme.example'] }];
    expect((await runScript({}, rules(other))).stderr).toContain('https://acme.example');
    const own = corsRules().map(({ ExposeHeaders: _, ...rule }) => rule);
    expect((await runScript({}, rules(own))).stderr).not.toContain('were there before');
  });

  it('gives an IAM policy that differs a new version, and makes room for it', async () => {
    const there = (document: object, versions: number) => ({
      'iam get-policy': 'echo v1',
      'iam get-policy-version': `echo '${JSON.stringify(document, null, 4)}'`,
      'iam list-policy-versions': `case "$*" in *length*) echo ${versions} ;; *) echo v2 ;; esac`,
    });
    const changes = async (answers: Record<string, string>) =>
      (await runScript({}, answers)).actions.filter((action) => /(?:create|delete)-policy/.test(action));
    expect(await changes(there(iamPolicy(facts), 5))).toEqual([]);
    expect(await changes(there(iamPolicy({ ...facts, keyPrefix: 'x/' }), 2))).toEqual([
      'iam create-policy-version',
    ]);
    expect(await changes(there(iamPolicy({ ...facts, keyPrefix: 'x/' }), 5))).toEqual([
      'iam delete-policy-version',
      'iam create-policy-version',
    ]);
  });

  it('makes a second key and names the first, and stops before a third', async () => {
    const second = await runScript({}, { 'iam get-user': 'echo', 'iam list-access-keys': 'echo AKIAFIRST' });
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('the key AKIAFIRST already')]);
    expect(second.actions).not.toContain('iam create-user');
    const third = await runScript(
      {},
      { 'iam list-access-keys': String.raw`printf 'AKIAFIRST\tAKIASECOND\n'` },
    );
    expect([third.code, third.stdout]).toEqual([1, '']);
    expect(third.stderr).toMatch(/two access keys already \(AKIAFIRST\tAKIASECOND\)/);
    expect(third.actions).not.toContain('iam create-access-key');
  });

  it('leaves Block Public Access on with private links, and sets no bucket policy', async () => {
    const theirs = { 's3api get-bucket-policy': 'echo \'{"Statement":[]}\'' };
    const done = await runScript({ links: 'private' }, theirs);
    expect(done.code).toBe(0);
    expect(done.actions).not.toContain('s3api put-bucket-policy');
    expect(
      argument(done, 's3api put-public-access-block', '--public-access-block-configuration'),
    ).not.toContain('false');
    expect(done.stderr).toContain('left as it is');
  });

  it('passes a quote in the prefix on as it is', async () => {
    const keyPrefix = "o'neill/";
    const done = await runScript({ keyPrefix });
    expect(argument(done, 'iam create-policy', '--policy-document')).toBe(
      documentText('iam-policy', { ...facts, keyPrefix }),
    );
  });

  it('asks AWS for nothing while a value is missing', async () => {
    const stopped = await runScript({ region: '' });
    expect([stopped.code, stopped.calls]).toEqual([1, []]);
    expect(stopped.stderr).toContain('Enter the AWS Region in the form');
  });

  it('leaves the shell open that it is pasted into, where it stops and where it ends', async () => {
    const pasted = { args: ['--norc', '--noprofile', '-i'], after: 'echo "still here: $-"\n' };
    const stopped = await runScript({}, { 's3api create-bucket': error('BucketAlreadyExists') }, pasted);
    expect(stopped.stdout).toMatch(/^still here: (?!\S*[eu])/m);
    const five = {
      'iam get-policy': 'echo v1',
      'iam get-policy-version': 'echo',
      'iam list-policy-versions': 'echo 5',
    };
    const done = await runScript({}, five, pasted);
    expect(done.stdout).toMatch(/^Secret access key: \S+$[\s\S]*^still here/m);
    expect(done.stderr).not.toMatch(/event not found|syntax error/);
  });
});
