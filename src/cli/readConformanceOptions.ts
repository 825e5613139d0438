import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { CannotRun, type ConformanceOptions, type Role, type S3Values } from '../conformance/index.ts';

/** What stands on the command line of `conformance`. */
export type ConformanceCall =
  | { status: 'help' }
  | { status: 'run'; options: ConformanceOptions; json: boolean };

const headers = z.record(z.string(), z.string());

const configSchema = z.strictObject({
  url: z.optional(z.string()),
  headers: z.optional(
    z.strictObject({
      administrator: z.optional(headers),
      agent: z.optional(headers),
      other: z.optional(headers),
      nobody: z.optional(headers),
    }),
  ),
  ticket: z.optional(z.string()),
  otherTicket: z.optional(z.string()),
  origin: z.optional(z.string()),
});

type Config = z.infer<typeof configSchema>;

const text = { type: 'string' } as const;
const header = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

/** The people of the demo, by its cookie. */
const demo: Config = {
  headers: {
    administrator: { cookie: 'demo_user=administrator' },
    agent: { cookie: 'demo_user=agent' },
    other: { cookie: 'demo_user=customer' },
    nobody: { cookie: 'demo_user=nobody' },
  },
  ticket: '2',
  otherTicket: '1',
};

/**
 * Reads the command line, the file that it names, and for `--s3` the environment.
 *
 * @throws CannotRun for what cannot be meant
 */
export function readConformanceOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConformanceCall {
  const { values, positionals } = parse(args);
  if (values.help) return { status: 'help' };
  const config = values.config === undefined ? (values.demo ? demo : {}) : readConfig(values.config);
  const baseUrl = positionals[0] ?? config.url;
  if (baseUrl === undefined || positionals.length > 1)
    throw new CannotRun('One URL is needed: where the API is mounted.');
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new CannotRun(`${baseUrl} is no URL. It must be like https://desk.example.com/api/s3-attachments.`);
  const people: Partial<Record<Role, Record<string, string>>> = {};
  const given = {
    administrator: values['admin-header'],
    agent: values['agent-header'],
    other: values['other-header'],
    nobody: values['nobody-header'],
  };
  for (const role of ['administrator', 'agent', 'other', 'nobody'] as const) {
    const all = { ...config.headers?.[role], ...readHeaders(given[role] ?? []) };
    if (Object.keys(all).length > 0) people[role] = all;
  }
  const seconds = Number(values.timeout ?? 30);
  if (!(seconds > 0)) throw new CannotRun('--timeout: must be seconds.');
  const s3Values = values.s3 ? readS3Values(env) : undefined;
  const ticketId = values.ticket ?? config.ticket;
  const otherTicketId = values['other-ticket'] ?? config.otherTicket;
  const origin = values.origin ?? config.origin;
  return {
    status: 'run',
    json: values.json,
    options: {
      baseUrl,
      headers: people,
      timeout: seconds * 1000,
      writesSettings: values['writes-settings'],
      sendsToS3: values.s3,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(otherTicketId === undefined ? {} : { otherTicketId }),
      ...(origin === undefined ? {} : { origin }),
      ...(s3Values === undefined ? {} : { s3Values }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'admin-header': header,
        'agent-header': header,
        'other-header': header,
        'nobody-header': header,
        ticket: text,
        'other-ticket': text,
        origin: text,
        config: text,
        timeout: text,
        demo: flag,
        s3: flag,
        'writes-settings': flag,
        json: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

function readConfig(file: string): Config {
  try {
    return configSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // A parser quotes what it could not read, and that may be somebody's session.
    const why =
      error instanceof z.core.$ZodError
        ? error.issues.map(({ path }) => path.join('.')).join(', ')
        : 'it is missing or no JSON';
    throw new CannotRun(`${file} could not be read: ${why}.`);
  }
}

function readHeaders(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      const name = line.slice(0, at).trim().toLowerCase();
      if (at < 1 || !/^[\w-]+$/.test(name))
        throw new CannotRun('A header is written like "cookie: session=…".');
      return [name, line.slice(at + 1).trim()];
    }),
  );
}

/** `undefined` where the environment names none: S3 may be in use already. */
function readS3Values(env: Readonly<Record<string, string | undefined>>): S3Values | undefined {
  const { S3A_BUCKET, S3A_ENDPOINT, AWS_REGION } = env;
  const accessKeyId = env.S3A_ACCESS_KEY_ID ?? env.AWS_ACCESS_KEY_ID;
  const secretAccessKey = env.S3A_SECRET_ACCESS_KEY ?? env.AWS_SECRET_ACCESS_KEY;
  if (!S3A_BUCKET) return undefined;
  if (!AWS_REGION || !accessKeyId || !secretAccessKey)
    throw new CannotRun(
      'With S3A_BUCKET there have to be AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY too.',
    );
  return {
    bucket: S3A_BUCKET,
    region: AWS_REGION,
    accessKeyId,
    secretAccessKey,
    ...(S3A_ENDPOINT ? { endpoint: S3A_ENDPOINT } : {}),
    ...(env.S3A_FORCE_PATH_STYLE ? { forcePathStyle: env.S3A_FORCE_PATH_STYLE === '1' } : {}),
  };
}
