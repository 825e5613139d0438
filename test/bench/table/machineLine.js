import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

const shown = ['@uppy/core', '@uppy/aws-s3', '@uppy/react', '@better-upload/client', 'react', 'vite'];

/**
 * What the figures were taken on: processor, cores, Chromium, Node, and the versions of the contenders.
 *
 * @param {import('playwright').Browser} browser
 */
export async function machineLine(browser) {
  const versions = await Promise.all(
    shown.map(async (name) => {
      const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
      return `${name} ${JSON.parse(await readFile(file, 'utf8')).version}`;
    }),
  );
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores · Chromium ${browser.version()} · Node ${process.versions.node} · ${versions.join(' · ')}`;
}
