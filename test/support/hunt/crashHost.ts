import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { bundleForNode } from '../bundleForNode.ts';

/** What a process has said until it was dead. */
export interface LastWords {
  code: number | null;
  output: string;
}

/** Starts `crashingHost.ts` on this database, has it register a file in S3, and waits until it has died of that. */
export async function crashHost(env: Record<string, string>, attachmentId: string): Promise<LastWords> {
  const file = await bundleForNode(new URL('./crashingHost.ts', import.meta.url), 'crashing-host');
  const child = spawn(process.execPath, ['--trace-uncaught', file], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /^http:\S+$/m.exec(output)?.[0];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`It ended before it served: ${output}`)));
  });
  const headers = { 'content-type': 'application/json' };
  const asked = { method: 'POST', headers, body: '{}' };
  await fetch(`${origin}/attachments/${attachmentId}/complete`, asked).catch(() => undefined);
  const code = await ended;
  await rm(file, { force: true });
  return { code, output };
}
