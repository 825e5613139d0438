import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildApp } from './buildApp.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The small apps that are weighed: ours four, and what stands beside them in the table. */
export const apps = {
  widget: 'widget.tsx',
  engine: 'engine.ts',
  settings: 'settings.tsx',
  form: 'form.tsx',
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
  for (const name of names) sizes[name] = await measureSize(apps[name]);
  return sizes;
}

async function measureSize(file) {
  const size = { eager: 0, lazy: 0, modules: {} };
  const input = fileURLToPath(new URL(`./apps/${file}`, import.meta.url));
  for (const { chunk, eager } of await buildApp({ input })) {
    size[eager ? 'eager' : 'lazy'] += gzipSync(chunk.code ?? chunk.source, { level: 9 }).length;
    if (!eager) continue;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      if (renderedLength === 0) continue;
      const module = nameOf(id);
      size.modules[module] = (size.modules[module] ?? 0) + renderedLength;
    }
  }
  return size;
}

/** A file of ours by its path, others by their package. */
function nameOf(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return found ?? (path.startsWith('/') ? relative(root, path) : path);
}
