import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the demo is started. */
export interface StartDemoOptions {
  /** Without the practice S3. @default false */
  aws?: boolean;
  /** An S3-compatible endpoint, with `aws`. */
  endpoint?: string;
  /** More environment variables. */
  env?: Readonly<Record<string, string>>;
  /** A folder that outlives `stop`. @default a temporary one that does not */
  dataDir?: string;
}

/** The four values to enter, as the demo prints them. */
export interface DemoValues {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** A running demo: its own process, as `npm start` makes it. */
export interface Demo {
  url: string;
  /** Origin of the practice S3; `null` with `aws`. */
  practiceUrl: string | null;
  /** `null` with `aws`, and where the folder holds an account that began empty. */
  values: DemoValues | null;
  dataDir: string;
  /** All that it has written to stderr, over restarts. */
  log(): string;
  /** All that it has written to stdout, over restarts. */
  output(): string;
  /** Ends it and starts it again, on the same ports and data. */
  restart(): Promise<void>;
  /** Ends it, and removes its data if the folder was ours. Calling it again is harmless. */
  stop(): Promise<void>;
}

const server = fileURLToPath(new URL('../../demo/dist/server.js', import.meta.url));

/**
 * Starts the built demo on free ports; `npm run build:demo` comes before it.
 *
 * @throws when it ends or says nothing before it is ready, with what it wrote to stderr
 */
export async function startDemo(options: StartDemoOptions = {}): Promise<Demo> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 's3a-demo-')));
  let log = '';
  let output = '';
  let child: ChildProcess | null = null;

  async function run(ports: Readonly<Record<string, string>>): Promise<string> {
    const started = spawn(process.execPath, [server, ...(options.aws ? ['--aws'] : [])], {
      env: {
        ...process.env,
        S3A_DATA: dataDir,
        S3A_ENDPOINT: options.endpoint ?? '',
        ...options.env,
        ...ports,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    // A test run that ends without stop() leaves nothing behind.
    const kill = () => started.kill('SIGKILL');
    process.once('exit', kill);
    started.once('exit', () => process.off('exit', kill));
    const last = options.aws ? /^Ready: .+\n/m : /^(?:Secret access key|Practice AWS account): .+\n/m;
    const heard = log.length;
    return new Promise((resolve, reject) => {
      let printed = '';
      const timer = setTimeout(() => fail('was not ready after a minute'), 60_000);
      const fail = (why: string) => {
        clearTimeout(timer);
        reject(new Error(`The demo ${why}:\n${log}`));
      };
      started.once('error', () => fail('could not be started'));
      started.once('close', (code) => fail(`ended with ${code} before it was ready`));
      // Two pipes: either may be the last to arrive.
      const check = () => {
        if (!last.test(printed) || !log.includes('"event":"listening"', heard)) return;
        clearTimeout(timer);
        resolve(printed);
      };
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        check();
      });
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        printed += text;
        check();
      });
    });
  }

  async function end(): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const timer = setTimeout(() => running.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  }

  async function stop(): Promise<void> {
    await end();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  }

  try {
    const printed = await run({ PORT: '0', PRACTICE_PORT: '' });
    const url = read(printed, 'Ready');
    const practiceUrl = options.aws ? null : (/"practiceS3":"([^"]+)"/.exec(log)?.[1] ?? null);
    const ports = {
      PORT: new URL(url).port,
      ...(practiceUrl && { PRACTICE_PORT: new URL(practiceUrl).port }),
    };
    return {
      url,
      practiceUrl,
      values:
        options.aws || !printed.includes('\nBucket name: ')
          ? null
          : {
              bucket: read(printed, 'Bucket name'),
              region: read(printed, 'AWS Region'),
              accessKeyId: read(printed, 'Access key ID'),
              secretAccessKey: read(printed, 'Secret access key'),
            },
      dataDir,
      log: () => log,
      output: () => output,
      async restart() {
        await end();
        await run(ports);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function read(printed: string, label: string): string {
  const value = new RegExp(`^${label}: (.+)$`, 'm').exec(printed)?.[1];
  if (value === undefined) throw new Error(`The demo did not print "${label}":\n${printed}`);
  return value;
}
