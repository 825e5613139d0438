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
 * Builds pages as an app is built for production.
 *
 * @param {readonly string[]} pages Their folders.
 * @param {string} outDir
 * @returns {Promise<Map<string, string>>} why a page could not be built, by page
 */
export async function buildPages(pages, outDir) {
  const failed = new Map();
  for (const page of pages) {
    try {
      await build({
        configFile: false,
        root: here(`../pages/${page}`),
        base: './',
        logLevel: 'silent',
        plugins: [react()],
        resolve: { alias },
        build: {
          outDir: join(outDir, page),
          emptyOutDir: true,
          target: 'es2022',
          chunkSizeWarningLimit: 10_000,
        },
      });
    } catch (error) {
      failed.set(page, String(error instanceof Error ? error.message : error));
    }
  }
  return failed;
}
