import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { alias } from '../run/buildPages.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const external = /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/;

/** The small apps that are weighed: ours three, and what stands beside them in the table. */
export const apps = {
  widget: 'widget.tsx',
  engine: 'engine.ts',
  settings: 'settings.tsx',
  bare: 'bare.tsx',
  uppy: 'uppy.tsx',
  'better-upload': 'better-upload.tsx',
};

/**
 * The weight of an app as a browser loads it: built for production, React and TanStack Query left out.
 * @typedef {object} Size
 * @property {number} eager Bytes, gzipped, of what the page loads at once.
 * @property {number} lazy Bytes, gzipped, of what comes by `import()` or as a worker when it is needed.
 * @property {Record<string, number>} modules Bytes of what each module or package adds at once, before they are made small.
 */

/**
 * Weighs apps.
 *
 * @param {readonly (keyof typeof apps)[]} [names]
 * @returns {Promise<Record<string, Size>>}
 */
export async function measureSizes(names = /** @type {(keyof typeof apps)[]} */ (Object.keys(apps))) {
  const sizes = {};
  const { NODE_ENV } = process.env;
  // Where a test runner has set it, Vite would build for development.
  process.env.NODE_ENV = 'production';
  try {
    for (const name of names) sizes[name] = await measureSize(apps[name]);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  return sizes;
}

async function measureSize(file) {
  const { output } = await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'silent',
    resolve: { alias },
    plugins: [withoutLoader],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: fileURLToPath(new URL(`./apps/${file}`, import.meta.url)),
        external: (id) => external.test(id),
        output: { format: 'es' },
      },
    },
  });
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set();
  const load = (fileName) => {
    const chunk = chunks.get(fileName);
    if (!chunk || eager.has(chunk)) return;
    eager.add(chunk);
    chunk.imports.forEach(load);
  };
  load(output.find(({ isEntry }) => isEntry).fileName);

  const size = { eager: 0, lazy: 0, modules: {} };
  for (const chunk of chunks.values()) {
    if (!chunk.fileName.endsWith('.js')) continue;
    const bytes = gzipSync(chunk.code ?? chunk.source, { level: 9 }).length;
    size[eager.has(chunk) ? 'eager' : 'lazy'] += bytes;
    if (!eager.has(chunk)) continue;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      if (renderedLength === 0) continue;
      const module = nameOf(id);
      size.modules[module] = (size.modules[module] ?? 0) + renderedLength;
    }
  }
  return size;
}

/** Vite's own loader of chunks is no weight of ours: an app that splits its code has one already. */
const withoutLoader = {
  name: 'without-loader',
  enforce: /** @type {const} */ ('pre'),
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
};

/** A file of ours by its path, others by their package. */
function nameOf(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return found ?? (path.startsWith('/') ? relative(root, path) : path);
}
