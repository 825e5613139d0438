import { readFile } from 'node:fs/promises';
import { SourceMap, isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildApp, hosts } from './buildApp.js';
import { doors } from './doors.js';

const root = new URL('../../../', import.meta.url);

/**
 * What an app that imports from a door weighs, min+gzip.
 * @typedef {object} DoorWeight
 * @property {string} door
 * @property {string} imports What is imported, in words.
 * @property {number} eager Bytes that come at once.
 * @property {number} lazy Bytes that come when they are needed.
 * @property {Record<string, number>} eagerParts The same by room of ours and by package, each chunk's bytes shared out by what is in it before gzip.
 * @property {Record<string, number>} lazyParts
 */

/**
 * Weighs every door of the package. React, react-dom and TanStack Query are left out; on a server all that the host brings.
 *
 * @param {(door: import('./doors.js').Door) => boolean} [wanted] @default all of them
 * @returns {Promise<DoorWeight[]>}
 */
export async function weighDoors(wanted = () => true) {
  const { peerDependencies } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const brought = Object.keys(peerDependencies);
  const isBrought = (id) => brought.some((name) => id === name || id.startsWith(`${name}/`));
  const input = fileURLToPath(new URL('test/bench/size/apps/door.ts', root));
  const weights = [];
  for (const { door, imports, code, runs } of (await doors()).filter(wanted)) {
    const external = (id) => (runs === 'server' ? isBuiltin(id) || isBrought(id) : hosts.test(id));
    const weight = { door, imports, eager: 0, lazy: 0, eagerParts: {}, lazyParts: {} };
    for (const { chunk, eager } of await buildApp({ input, code, external, sourcemap: true })) {
      const text = chunk.code ?? String(chunk.source);
      const bytes = gzipSync(text, { level: 9 }).length;
      weight[eager ? 'eager' : 'lazy'] += bytes;
      const parts = weight[eager ? 'eagerParts' : 'lazyParts'];
      for (const [part, share] of sharesOf(text, chunk.map)) {
        parts[part] = (parts[part] ?? 0) + share * bytes;
      }
    }
    for (const parts of [weight.eagerParts, weight.lazyParts]) {
      for (const part of Object.keys(parts)) parts[part] = Math.round(parts[part]);
    }
    weights.push(weight);
  }
  return weights;
}

/** How much of a built text comes from which part, as fractions of its length; what the bundler wrote itself is nobody's. */
function sharesOf(text, map) {
  const lengths = new Map();
  // A worker comes without a map; it is ours.
  if (!map) return [['engine', 1]];
  const sources = new SourceMap(JSON.parse(map.toString()));
  text.split('\n').forEach((line, row) => {
    for (let column = 0; column < line.length; column += 1) {
      const part = partOf(sources.findEntry(row, column).originalSource);
      lengths.set(part, (lengths.get(part) ?? 0) + 1);
    }
  });
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0) || 1;
  return [...lengths].map(([part, length]) => [part, length / total]);
}

/** A room of ours, or a package. */
function partOf(source = '') {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  return found ?? /(?:^|\/)src\/([^/.]+)/.exec(source)?.[1] ?? 'the bundler';
}
