import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { env } from './installExample.ts';

/** An example that runs. */
export interface RunningExample {
  url: string;
  /** All that it has written. */
  log(): string;
  /** Ends it with all its processes. */
  stop(): Promise<void>;
}

/**
 * Runs a script of an example on a free port, and waits until it answers.
 *
 * @throws when it ends or does not answer within two minutes, with what it wrote
 */
export async function startExample(
  folder: string,
  script: string,
  variables: Readonly<Record<string, string>>,
): Promise<RunningExample> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let log = '';
  // In a group of its own, for npm does not always hand on what it is told.
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: folder,
    env: { ...env, ...variables, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid as number), signal);
    } catch {
      // It has ended already.
    }
  };
  const killAtExit = () => kill('SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    kill('SIGTERM');
    const timer = setTimeout(() => kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    process.off('exit', killAtExit);
  };
  for (const until = Date.now() + 120_000; !(await answers(url)); ) {
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`\`npm run ${script}\` does not answer at ${url}:\n${log}`);
  }
  return { url, log: () => log, stop };
}

async function answers(url: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
