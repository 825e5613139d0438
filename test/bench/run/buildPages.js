import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const name = '@triage-ai/s3-attachments';
/** The doors of the package that a page opens, from source. */
export const alias = [
  { find: `${name}/styles.css`, replacement: here('../../../src/styles/styles.css') },
  { find: name, replacement: here('../../../src/index.ts') },
];

/**
 * Builds the page of each contender as an app is built for production.
 *
 * @param {readonly string[]} contenders
 * @param {string} outDir
 * @returns {Promise<Map<string, string>>} why a page could not be built, by contender
 */
export async function buildPages(contenders, outDir) {
  const failed = new Map();
  for (const contender of contenders) {
    try {
      await build({
        configFile: false,
        root: here(`../pages/${contender}`),
        base: './',
        logLevel: 'silent',
        plugins: [react()],
        resolve: { alias },
        build: {
          outDir: join(outDir, contender),
          emptyOutDir: true,
          target: 'es2022',
          chunkSizeWarningLimit: 10_000,
        },
      });
    } catch (error) {
      failed.set(contender, String(error instanceof Error ? error.message : error));
    }
  }
  return failed;
}
