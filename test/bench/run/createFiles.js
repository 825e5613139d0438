import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Real files to be chosen, made when they are first asked for. Large ones are sparse: they take no room.
 *
 * @param {string} folder
 */
export function createFiles(folder) {
  const made = new Map();
  /** @param {number} count @param {number} size @returns {string[]} paths */
  return (count, size) => {
    const within = join(folder, String(size));
    mkdirSync(within, { recursive: true });
    const have = made.get(size) ?? [];
    for (let index = have.length; index < count; index++) {
      const path = join(within, `file-${String(index).padStart(5, '0')}.bin`);
      if (size > 1024 ** 2) {
        const file = openSync(path, 'w');
        ftruncateSync(file, size);
        closeSync(file);
      } else {
        writeFileSync(path, Buffer.alloc(size));
      }
      have.push(path);
    }
    made.set(size, have);
    return have.slice(0, count);
  };
}
