import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { alias } from '../run/buildPages.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What every host has by itself, so that it is not weighed. */
export const hosts = /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/;

/**
 * Builds a small app for production.
 *
 * @param {object} app
 * @param {string} app.input Its file.
 * @param {string} [app.code] What stands in it, where there is no such file.
 * @param {(id: string) => boolean} [app.external] What is left out. @default React and TanStack Query
 * @param {boolean} [app.sourcemap] @default false
 * @returns {Promise<{ chunk: import('vite').Rolldown.OutputChunk, eager: boolean }[]>} its files of JavaScript; `eager`: the page loads them at once
 */
export async function buildApp({ input, code, external = (id) => hosts.test(id), sourcemap = false }) {
  const { NODE_ENV } = process.env;
  // Where a test runner has set it, Vite would build for development.
  process.env.NODE_ENV = 'production';
  try {
    const { output } = await build({
      configFile: false,
      root,
      mode: 'production',
      logLevel: 'silent',
      resolve: { alias },
      plugins: [withoutLoader, ...(code === undefined ? [] : [given(input, code)])],
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        chunkSizeWarningLimit: 10_000,
        sourcemap: sourcemap && 'hidden',
        rolldownOptions: { input, external, output: { format: 'es' } },
      },
    });
    return withEager(output);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

function withEager(output) {
  const files = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set();
  const load = (fileName) => {
    const chunk = files.get(fileName);
    if (!chunk || eager.has(chunk)) return;
    eager.add(chunk);
    chunk.imports.forEach(load);
  };
  load(output.find(({ isEntry }) => isEntry).fileName);
  return output
    .filter(({ fileName }) => fileName.endsWith('.js'))
    .map((chunk) => ({ chunk, eager: eager.has(chunk) }));
}

/** Vite's own loader of chunks is no weight of ours: an app that splits its code has one already. */
const withoutLoader = {
  name: 'without-loader',
  enforce: /** @type {const} */ ('pre'),
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
};

/** An app that is no file. */
const given = (input, code) => ({
  name: 'given',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (id) => (id === input ? id : null),
  load: (id) => (id === input ? code : null),
});
