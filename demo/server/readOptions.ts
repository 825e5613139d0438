/** What the demo is started with. */
export interface DemoOptions {
  /** 0 takes any free one. */
  port: number;
  /** `null`: the next free one after `port`. */
  practicePort: number | null;
  /** Real Amazon S3 (or `endpoint`) in place of the practice account. */
  aws: boolean;
  /** Folder that survives restarts; settings for Amazon S3 mean nothing to the practice S3, so each has its own. */
  dataDir: string;
  /** An S3-compatible endpoint, addressed by path; only together with `aws`. */
  endpoint: string | null;
}

/** Reads command line and environment; throws a `StartError` that says what to change. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DemoOptions {
  const unknown = args.find((arg) => arg !== '--aws');
  if (unknown !== undefined) throw new StartError(`Unknown option ${unknown}: there is only --aws.`);
  const aws = args.includes('--aws');
  const endpoint = env.S3A_ENDPOINT || null;
  if (endpoint !== null && !aws)
    throw new StartError('S3A_ENDPOINT is only for --aws: the practice S3 has an address of its own.');
  if (endpoint !== null && !(/^https?:/.test(endpoint) && URL.canParse(endpoint))) {
    throw new StartError(
      'S3A_ENDPOINT must be an http or https address, for example https://s3.example.com.',
    );
  }
  return {
    port: readPort('PORT', env.PORT) ?? 5170,
    practicePort: readPort('PRACTICE_PORT', env.PRACTICE_PORT),
    aws,
    dataDir: env.S3A_DATA || (aws ? '.data/aws' : '.data/practice'),
    endpoint,
  };
}

/** The demo cannot start; the message is one sentence for whoever typed the command. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

function readPort(name: string, text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`${name} must be a number from 0 to 65535.`);
  return port;
}
