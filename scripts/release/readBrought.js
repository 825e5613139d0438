// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Brought
 * @property {string} name
 * @property {string} version
 * @property {string} license an SPDX expression
 * @property {string} place where it lies, relative to the root: `node_modules/zod`
 *
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [license]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 *
 * @typedef {Record<string, Locked>} Lock
 */

/**
 * What the package brings to a host, in the versions of the lockfile: its dependencies with all of theirs, the peers that its doors ask
 * for, by name, and what npm installs with it, which is the dependencies and the peers that are not optional, with all of theirs.
 *
 * @returns {{ dependencies: Brought[], peers: Brought[], installed: Brought[] }}
 * @throws {Error} when the lockfile lacks one, or one names no licence
 */
export function readBrought() {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  /** @type {{ packages: Lock }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[''] ?? {};
  const own = Object.keys(dependencies);
  const peers = Object.keys(peerDependencies);
  const needed = peers.filter((name) => !peerDependenciesMeta[name]?.optional);
  return {
    dependencies: withTheirs(packages, own),
    peers: peers.map((name) => find(packages, name, '')).sort(byName),
    installed: withTheirs(packages, [...own, ...needed]),
  };
}

/**
 * @param {Lock} packages
 * @param {readonly string[]} names
 */
function withTheirs(packages, names) {
  /** @type {Map<string, Brought>} */
  const found = new Map();
  const waiting = names.map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const one = find(packages, next.name, next.from);
    if (found.has(one.place)) continue;
    found.set(one.place, one);
    for (const name of Object.keys(packages[one.place]?.dependencies ?? {}))
      waiting.push({ name, from: one.place });
  }
  return [...found.values()].sort(byName);
}

/**
 * As Node finds it: in the asking package, else in the ones around that.
 *
 * @param {Lock} packages
 * @param {string} name
 * @param {string} from
 * @returns {Brought}
 */
function find(packages, name, from) {
  for (let around = from; ; around = around.slice(0, Math.max(around.lastIndexOf('/node_modules/'), 0))) {
    const place = around ? `${around}/node_modules/${name}` : `node_modules/${name}`;
    const { version, license } = packages[place] ?? {};
    if (version && license) return { name, version, license, place };
    if (version) throw new Error(`${name}@${version} names no licence.`);
    if (!around) throw new Error(`${name} is not in package-lock.json.`);
  }
}

/**
 * @param {Brought} one
 * @param {Brought} other
 */
const byName = (one, other) =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1;
