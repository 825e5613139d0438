import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { ObjectMeta, ObjectStorage } from '@triage-ai/s3-attachments/testing';

/**
 * Keeps the practice S3's objects in a folder. Two files an object, named after a hash of its id, for an id may be longer than a
 * file name and hold any character; what an object is called stands inside its `.json`.
 */
export async function createFolderStorage(folder: string): Promise<ObjectStorage> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const metas = await readMetas(folder);
  const place = (id: string, ending: 'bytes' | 'json') =>
    join(folder, `${createHash('sha256').update(id).digest('hex')}.${ending}`);
  const halfWritten = (id: string) => `${place(id, 'bytes')}.${randomUUID()}.part`;

  return {
    async put(id, body) {
      const temporary = halfWritten(id);
      try {
        const bytes =
          body instanceof Uint8Array
            ? Readable.from([body])
            : Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
        await pipeline(bytes, createWriteStream(temporary, { mode: 0o600 }));
        const { size } = await stat(temporary);
        await rename(temporary, place(id, 'bytes'));
        return { size };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(id) {
      const file = place(id, 'bytes');
      const found = await stat(file).catch(() => null);
      if (!found) return null;
      return {
        size: found.size,
        stream: (range) => Readable.toWeb(createReadStream(file, range ?? {})) as ReadableStream<Uint8Array>,
      };
    },
    async delete(id) {
      metas.delete(id);
      await Promise.all([rm(place(id, 'json'), { force: true }), rm(place(id, 'bytes'), { force: true })]);
    },
    async setMeta(id, meta) {
      const temporary = halfWritten(id);
      await writeFile(temporary, JSON.stringify({ id, meta }), { mode: 0o600 });
      await rename(temporary, place(id, 'json'));
      metas.set(id, structuredClone(meta));
    },
    async getMeta(id) {
      return structuredClone(metas.get(id) ?? null);
    },
    async list(prefix) {
      return [...metas.keys()].filter((id) => id.startsWith(prefix));
    },
  };
}

async function readMetas(folder: string): Promise<Map<string, ObjectMeta>> {
  const metas = new Map<string, ObjectMeta>();
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    // What a process that was killed left half written.
    if (name.endsWith('.part')) await rm(file, { force: true });
    if (!name.endsWith('.json')) continue;
    const { id, meta } = JSON.parse(await readFile(file, 'utf8')) as { id: string; meta: ObjectMeta };
    metas.set(id, meta);
  }
  return metas;
}
