import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('server.js', import.meta.url));

/**
 * Starts a server in a process of its own.
 *
 * @param {'bare' | 'ours'} kind
 * @param {{ built: string, url: string }} place The folder of the built package, and the database.
 */
export async function startServer(kind, { built, url }) {
  const child = fork(program, [kind, built], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' },
    // Requests are logged as they are by default, to where nobody reads them.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const gone = (code) => reject(new Error(`The server of ${kind} ended with ${code}.`));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        resolve(message);
      });
    });
  const origin = await answer();
  const tell = async (message) => {
    const answered = answer();
    child.send(message);
    return answered;
  };
  return {
    origin,
    /** Saves settings that fit no bucket: nobody sends anything. */
    configure: () => tell('configure'),
    /** RSS and heap in bytes, after everything was collected that nobody needs. */
    readMemory: () => tell('memory'),
    async end() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
