import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bucketPolicy,
  corsRules,
  iamPolicy,
  publicAccessBlock,
  readPastedValues,
  type ShortcutFacts,
  shortcuts,
  shortcutText,
} from '../../src/guide/index.ts';

/*
 * The shortcuts, judged by the tools that they are made for. A tool that is not on this machine is named in the title of what
 * it would have judged, which is skipped; what needs none of them is in test/guide.
 */

const folders = (process.env.PATH ?? '').split(delimiter);

function judge(title: string, tools: readonly string[], tests: () => void) {
  const missing = tools.filter((tool) => !folders.some((place) => existsSync(join(place, tool))));
  const reason = missing.length > 0 ? ` (skipped: ${missing.join(', ')} is not installed)` : '';
  describe.skipIf(missing.length > 0)(`${title}${reason}`, tests);
}

const facts: ShortcutFacts = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  keyPrefix: '',
  links: 'public',
  largeFiles: false,
};
const setUps: readonly (readonly [name: string, facts: ShortcutFacts])[] = [
  ['public links', facts],
  ['private links', { ...facts, bucket: 'acme-private', links: 'private' }],
  [
    'large files below a prefix',
    {
      ...facts,
      bucket: 'acme.prefix',
      keyPrefix: "o'neill/help-desk/",
      largeFiles: true,
      region: 'us-east-1',
    },
  ],
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3a-shortcuts-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function run(program: string, args: readonly string[], { input = '', env = {} } = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...env }, timeout: 240_000 };
    const child = execFile(program, args, options, (failure, stdout, stderr) =>
      resolve({ code: failure ? Number(failure.code ?? -1) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

judge('the script and shellcheck', ['shellcheck'], () => {
  it.each(setUps)('agree on %s', async (_, made) => {
    const input = shortcutText('cloudshell', made);
    expect(await run('shellcheck', ['--severity=style', '-'], { input })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

judge('the module and terraform', ['terraform'], () => {
  const env = () => ({ CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: join(folder, 'terraform.rc') });

  beforeAll(() => writeFile(join(folder, 'terraform.rc'), ''));

  it.each(setUps)('agree on how %s are written', async (_, made) => {
    const input = shortcutText('terraform', made);
    const { code, stderr } = await run('terraform', ['fmt', '-check', '-diff', '-'], { input, env: env() });
    expect([code, stderr]).toEqual([0, '']);
  });

  // Without the provider it knows no resource, but it reads the documents as it will when they are applied.
  it.each(setUps)('agree on what the documents of %s say', async (_, made) => {
    const module = shortcutText('terraform', made);
    const [, ...texts] = module.split(/policy\s+= (?=<<-JSON\n)/);
    const locals = texts.map(
      (text, index) => `document_${index} = ${text.slice(0, /\n\s*JSON\n/.exec(text)?.index)}\nJSON\n`,
    );
    const place = await mkdtemp(join(folder, 'terraform-'));
    await writeFile(join(place, 'main.tf'), `locals {\n${locals.join('')}}\n`);
    const documents = [];
    for (const index of texts.keys()) {
      const input = `jsonencode(jsondecode(local.document_${index}))\n`;
      const { stdout } = await run('terraform', [`-chdir=${place}`, 'console'], { input, env: env() });
      documents.push(JSON.parse(JSON.parse(stdout)));
    }
    expect(documents).toEqual([...(made.links === 'public' ? [bucketPolicy(made)] : []), iamPolicy(made)]);
  });
});

judge('the template and cfn-lint', ['cfn-lint'], () => {
  it.each(setUps)('agree on %s', async (_, made) => {
    const path = join(folder, `${made.bucket}.yaml`);
    await writeFile(path, shortcutText('cloudformation', made));
    expect(await run('cfn-lint', ['--include-checks', 'I', '--', path])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

judge('the shortcuts, run by the AWS CLI against moto,', ['aws', 'moto_server'], () => {
  let moto: ChildProcessByStdio<Writable, null, null>;
  let env: Record<string, string>;

  beforeAll(async () => {
    const port = await freePort();
    // It ends when we let go of it, and when this process is gone without a word.
    const orders = 'moto_server -H 127.0.0.1 -p "$0" & cat >/dev/null; kill $!; wait';
    moto = spawn('bash', ['-c', orders, String(port)], { stdio: ['pipe', 'ignore', 'ignore'] });
    env = {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      // Moto takes any key.
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
      AWS_PAGER: '',
    };
    while (!(await answers(port))) await wait(250);
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => moto.once('close', resolve));
    moto.stdin.end();
    await ended;
  });

  const aws = async (made: ShortcutFacts, ...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await run(
      'aws',
      [...args, '--region', made.region, '--output', 'json'],
      { env },
    );
    if (code !== 0) return /\((\w+)\)/.exec(stderr)?.[1] ?? stderr;
    return JSON.parse(stdout || 'null');
  };

  /** What the form takes of a set-up. */
  const formValues = ({ bucket, region }: ShortcutFacts) => ({
    bucket,
    region,
    accessKeyId: expect.stringMatching(/^AKIA\w{16}$/),
    secretAccessKey: expect.stringMatching(/^\S{40}$/),
  });

  /** Runs the commands; gives what they print for the form. */
  async function runCommands(made: ShortcutFacts, says: unknown) {
    const { code, stderr, stdout } = await run('bash', [], { input: shortcutText('cloudshell', made), env });
    expect([code, stderr]).toEqual([0, says]);
    const values = readPastedValues(stdout);
    expect(values).toEqual(formValues(made));
    return values;
  }

  const keysOf = (made: ShortcutFacts) => {
    const query = ['--query', 'AccessKeyMetadata[].AccessKeyId'];
    return aws(made, 'iam', 'list-access-keys', '--user-name', made.bucket, ...query);
  };

  it.each(setUps)('make the guide’s set-up for %s', { timeout: 300_000 }, async (_, made) => {
    const values = await runCommands(made, expect.not.stringContaining('already'));
    expect(await keysOf(made)).toEqual([values?.accessKeyId]);

    const { bucket, region } = made;
    const s3api = (action: string, query: string) =>
      aws(made, 's3api', action, '--bucket', bucket, '--query', query);
    const policy = await s3api('get-bucket-policy', 'Policy');
    if (made.links === 'private') expect(policy).toBe('NoSuchBucketPolicy');
    else expect(JSON.parse(policy as string)).toEqual(bucketPolicy(made));
    expect(await s3api('get-bucket-cors', 'CORSRules')).toEqual(storedCors);
    expect(await s3api('get-public-access-block', 'PublicAccessBlockConfiguration')).toEqual(
      publicAccessBlock(made),
    );
    expect(await s3api('get-bucket-location', 'LocationConstraint')).toBe(
      region === 'us-east-1' ? null : region,
    );
    const arns = await aws(
      made,
      'iam',
      'list-attached-user-policies',
      '--user-name',
      bucket,
      '--query',
      'AttachedPolicies[].PolicyArn',
    );
    expect(arns).toEqual([expect.stringMatching(new RegExp(`:policy/${bucket}$`))]);
    const [arn = ''] = arns as string[];
    const document = ['--policy-arn', arn, '--version-id', 'v1', '--query', 'PolicyVersion.Document'];
    expect(await aws(made, 'iam', 'get-policy-version', ...document)).toEqual(iamPolicy(made));
  });

  it('find what is there, and make a second key, when they are run again', { timeout: 300_000 }, async () => {
    const [first] = (await keysOf(facts)) as string[];
    const values = await runCommands(facts, expect.stringContaining('It is there already'));
    expect(await keysOf(facts)).toEqual([first, values?.accessKeyId]);
  });

  it('stop before a third key, with everything else in place', async () => {
    const third = await run('bash', [], { input: shortcutText('cloudshell', facts), env });
    expect([third.code, third.stdout]).toEqual([1, '']);
    expect(third.stderr).toMatch(/two access keys already/);
  });

  // Moto makes bucket, policy, user and key of a stack, and nothing of CORS and bucket policy: those cfn-lint has judged.
  it('make a stack whose outputs fill the form', async () => {
    const made = { ...facts, bucket: 'acme-stack' };
    const path = join(folder, 'stack.yaml');
    await writeFile(path, shortcutText('cloudformation', made));
    const stack = ['--stack-name', 'attachments'];
    const body = ['--template-body', `file://${path}`, '--capabilities', 'CAPABILITY_NAMED_IAM'];
    expect(await aws(made, 'cloudformation', 'create-stack', ...stack, ...body)).toMatchObject({
      StackId: expect.any(String),
    });
    const found = await aws(made, 'cloudformation', 'describe-stacks', ...stack, '--query', 'Stacks[0]');
    const { StackStatus, Outputs } = found as { StackStatus: string; Outputs: Record<string, string>[] };
    expect(StackStatus).toBe('CREATE_COMPLETE');
    const block = Outputs.find(({ OutputKey }) => OutputKey === 'Settings')?.OutputValue ?? '';
    const values = readPastedValues(block);
    expect(values).toEqual(formValues(made));
    expect(readPastedValues(JSON.stringify({ Outputs }))).toEqual(values);
    const arn = 'arn:aws:iam::123456789012:policy/acme-stack';
    const document = ['--policy-arn', arn, '--version-id', 'v1', '--query', 'PolicyVersion.Document'];
    expect(await aws(made, 'iam', 'get-policy-version', ...document)).toEqual(iamPolicy(made));
    const cells = Outputs.slice(0, 4).map(({ OutputKey, OutputValue }) => `${OutputKey}\t${OutputValue}\t-`);
    expect(readPastedValues(cells.join('\n'))).toEqual(values);
  });
});

/** S3 keeps no empty list. */
const storedCors = corsRules().map(({ ExposeHeaders: _, ...rule }) => rule);

it.each(shortcuts)('the shortcut %s ends with a line break, and has no trailing spaces', (kind) => {
  expect(shortcutText(kind, facts)).toMatch(/[^\n]\n$/);
  expect(shortcutText(kind, facts)).not.toMatch(/[ \t]$/m);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
  return response !== null;
}
