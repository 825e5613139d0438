import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { maxPutSize } from '../../src/contract/index.ts';
import { createPreparation, type PreparationOptions } from '../../src/engine/createPreparation.ts';
import type { SessionStore, UploadSession } from '../../src/engine/index.ts';
import { newWork, type Work } from '../../src/engine/Work.ts';
import { eventually } from '../support/eventually.ts';

const plan = { partSize: 5 * 1024 ** 2, parts: [{ number: 1 }] };
const stored = [
  { number: 1, size: 4, etag: 'e1' },
  { number: 3, size: 1, etag: 'e3' },
];

/** What happens at the edges is noted in `log`, in its order. Files of more than 8 bytes are large; `answer` is S3's of its parts. */
function open({
  answer = () => Response.json({ partSize: 4, parts: stored }),
  ...over
}: Partial<PreparationOptions> & { answer?: () => Response } = {}) {
  const log: string[] = [];
  const hashed: Parameters<PreparationOptions['hash']>[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test/api',
    fetch: async (url, init) => {
      log.push(`${init?.method} ${new URL(String(url)).pathname}`);
      return answer();
    },
  });
  const options: PreparationOptions = {
    client,
    ask: (owner, _signal, call) => {
      log.push(`asked for ${owner}`);
      return call();
    },
    ticketId: '7',
    draftId: undefined,
    userId: 'me',
    multipartThreshold: 8,
    integrity: 'none',
    prepare: undefined,
    hash: async (...asked) => {
      hashed.push(asked);
      return new Uint8Array([251, 255, 0]);
    },
    sessions: null,
    expectParts: async (size) => {
      log.push(`expects parts of ${size}`);
      return plan;
    },
    ...over,
  };
  return { log, hashed, preparation: createPreparation(options) };
}

/** A store in memory; what it is asked is noted in `log`. */
function createRecord(): Required<SessionStore> & { kept: Map<string, UploadSession>; log: string[] } {
  const kept = new Map<string, UploadSession>();
  const log: string[] = [];
  return {
    kept,
    log,
    open: () => void log.push('open'),
    isEmpty: async () => {
      log.push('is it empty');
      return kept.size === 0;
    },
    read: async (key) => kept.get(key) ?? null,
    write: async (key, session) => void kept.set(key, session),
    remove: async (key) => {
      log.push(`remove ${key}`);
      kept.delete(key);
    },
  };
}

const bytes = (size: number) => new File(['abcdefghijkl'.slice(0, size)], 'a.mov', { lastModified: 1 });
const workOn = (size: number, known: Partial<Work> = {}) => Object.assign(newWork(bytes(size)), known);
/** A work on a file of any size, none of which is there. */
const workOnHuge = (size: number) =>
  newWork(Object.defineProperty(bytes(0), 'size', { value: size }) as File);

/** A large file of which a page that is gone has sent a part, and what it remembered. */
async function brokenOff() {
  const sessions = createRecord();
  const { preparation } = open({ sessions });
  const work = workOn(9);
  await preparation.run('before', work);
  // Nobody waits for it where nothing is remembered yet.
  await eventually(() => expect(work.sessionKey).not.toBeNull());
  const checksum = { algorithm: 'crc32', value: 'AAAAAA==' } as const;
  work.attachmentId = 'at-1';
  work.parts = { partSize: 4, done: new Map([[1, { number: 1, etag: 'ours', checksum }]]) };
  preparation.remember(work, 77);
  expect(sessions.kept.size).toBe(1);
  sessions.log.length = 0;
  return { sessions, checksum };
}

describe('a file has to be looked at before it is signed', () => {
  const prepare = async (file: File) => file;
  const forever = { multipartThreshold: Number.POSITIVE_INFINITY };

  it.each<[string, Partial<PreparationOptions>, number, boolean]>([
    ['not where it is small and nothing is wanted of it', {}, 8, false],
    ['where it is large', {}, 9, true],
    ['where the host changes files', { prepare }, 8, true],
    ['where its digest is wanted', { integrity: 'sha256' }, 8, true],
    ['where all of that is so', { prepare, integrity: 'md5' }, 9, true],
    ['not where one PUT may just carry it', forever, maxPutSize, false],
    ['where no PUT may carry it, whatever the host wants', forever, maxPutSize + 1, true],
  ])('%s', (_, options, size, needed) => {
    expect(open(options).preparation.isNeeded(workOnHuge(size))).toBe(needed);
  });

  it('and once only', () => {
    const { preparation } = open({ prepare, integrity: 'crc32' });
    expect(preparation.isNeeded(workOn(9, { prepared: true }))).toBe(false);
  });
});

describe('the host’s own change of a file', () => {
  it('is made once, and its result is what is sent', async () => {
    const smaller = bytes(3);
    const given: File[] = [];
    const { preparation } = open({
      prepare: async (file) => {
        given.push(file);
        return smaller;
      },
    });
    const work = workOn(5);
    const chosen = work.body;
    await preparation.run('a', work);
    expect(work.body).toBe(smaller);
    expect(work.prepared).toBe(true);
    await preparation.run('a', work);
    expect(given).toEqual([chosen]);
    expect(given[0]).toBe(chosen);
  });

  it.each<[string, (file: File) => Promise<File>]>([
    ['late', () => Promise.reject(new Error('no picture'))],
    [
      'at once',
      () => {
        throw new Error('no picture');
      },
    ],
  ])(
    'that fails %s leaves the file as it was chosen, and what else is wanted of it is done',
    async (_, prepare) => {
      const { preparation, hashed } = open({ integrity: 'sha256', prepare });
      const work = workOn(5);
      const chosen = work.body;
      await preparation.run('a', work);
      expect(work.body).toBe(chosen);
      expect(work.prepared).toBe(true);
      expect(hashed[0]?.[1]).toBe(chosen);
    },
  );

  it('may make a large file small, and a small one large', async () => {
    const shrinking = open({ prepare: async () => bytes(8) });
    await shrinking.preparation.run('a', workOn(9));
    expect(shrinking.log).toEqual([]);
    const growing = open({ prepare: async () => bytes(10) });
    await growing.preparation.run('a', workOn(8));
    expect(growing.log).toEqual(['expects parts of 10']);
  });

  it('of a file that is removed meanwhile is the last thing that is done with it', async () => {
    const work = workOn(5);
    const { preparation, hashed } = open({
      integrity: 'sha256',
      prepare: async (file) => {
        work.stop.abort('removed');
        return file;
      },
    });
    await expect(preparation.run('a', work)).rejects.toBe('removed');
    expect(hashed).toEqual([]);
    const large = open();
    await expect(large.preparation.run('a', Object.assign(workOn(9), { stop: work.stop }))).rejects.toBe(
      'removed',
    );
    expect(large.log).toEqual([]);
  });
});

describe('a small file', () => {
  it.each(['sha256', 'crc32', 'md5'] as const)(
    'is digested by %s where that is wanted',
    async (integrity) => {
      const { preparation, hashed, log } = open({ integrity });
      const work = workOn(8);
      await preparation.run('a', work);
      expect(work.checksum).toEqual({ algorithm: integrity, value: '+/8A' });
      expect(hashed).toHaveLength(1);
      expect(hashed[0]?.[0]).toBe(integrity);
      expect(hashed[0]?.[1]).toBe(work.body);
      expect(hashed[0]?.[2]).toBe(work.stop.signal);
      expect([work.begin, log]).toEqual([null, []]);
    },
  );

  it('is not read where no digest is wanted, nor looked up', async () => {
    const sessions = createRecord();
    const { preparation, hashed, log } = open({ sessions });
    const work = workOn(8);
    await preparation.run('a', work);
    expect([hashed, log, sessions.log]).toEqual([[], [], []]);
    expect([work.checksum, work.begin, work.sessionKey]).toEqual([undefined, null, null]);
    expect(work.prepared).toBe(true);
  });

  it('that cannot be read says so when it is sent', async () => {
    const { preparation } = open({
      integrity: 'md5',
      hash: () => Promise.reject(new DOMException('It is gone.', 'NotReadableError')),
    });
    const work = workOn(8);
    expect(await preparation.run('a', work)).toBeUndefined();
    expect([work.checksum, work.prepared]).toEqual([undefined, true]);
  });

  it('that is removed while it is digested is done with, for that reason', async () => {
    const work = workOn(8);
    const { preparation } = open({
      integrity: 'md5',
      hash: async () => {
        work.stop.abort('removed');
        throw new Error('stopped');
      },
    });
    await expect(preparation.run('a', work)).rejects.toBe('removed');
    expect(work.checksum).toBeUndefined();
  });
});

describe('a large file', () => {
  it('is begun as what sends it says, and not digested', async () => {
    const { preparation, hashed, log } = open();
    const work = workOn(9);
    await preparation.run('a', work);
    expect(log).toEqual(['expects parts of 9']);
    expect(work.begin).toBe(plan);
    expect([work.checksum, work.sessionKey, work.parts]).toEqual([undefined, null, null]);
    expect([hashed, work.prepared]).toEqual([[], true]);
  });

  it('is large by what one PUT may carry too, whatever the host wants', async () => {
    const { preparation } = open({ multipartThreshold: Number.POSITIVE_INFINITY });
    const [just, over] = [workOnHuge(maxPutSize), workOnHuge(maxPutSize + 1)];
    await Promise.all([just, over].map((work) => preparation.run('a', work)));
    expect([just.begin, over.begin]).toEqual([null, plan]);
  });

  it('is begun by itself where nobody can say how, or the digests of its parts are wanted', async () => {
    const unknown = workOn(9);
    await open({ expectParts: async () => null }).preparation.run('a', unknown);
    expect(unknown.begin).toBeNull();
    const digested = workOn(9);
    const { preparation, hashed, log } = open({ integrity: 'sha256' });
    await preparation.run('a', digested);
    expect([digested.begin, digested.checksum, hashed]).toEqual([null, undefined, []]);
    expect(log).toEqual(['expects parts of 9']);
  });

  it('is looked up where uploads are remembered, and begun where there is nothing of it', async () => {
    const sessions = createRecord();
    const { preparation, log } = open({ sessions });
    const work = workOn(9);
    await preparation.run('a', work);
    expect(sessions.log).toEqual(['open', 'is it empty']);
    expect(log).toEqual(['expects parts of 9']);
    expect([work.parts, work.begin]).toEqual([null, plan]);
  });

  it('is looked up in a store that cannot be opened before, nor say that it is empty', async () => {
    const { read, write, remove } = (await brokenOff()).sessions;
    const work = workOn(9);
    await open({ sessions: { read, write, remove } }).preparation.run('a', work);
    expect(work.attachmentId).toBe('at-1');
    const fresh = workOn(10);
    await open({ sessions: { read, write, remove } }).preparation.run('a', fresh);
    expect([fresh.attachmentId, fresh.begin]).toEqual([null, plan]);
    expect(fresh.sessionKey).toMatch(/^[\da-f]{64}$/);
  });

  it.each(['none', 'crc32'] as const)(
    'that was broken off goes on with the parts that S3 has, with integrity %s',
    async (integrity) => {
      const { sessions, checksum } = await brokenOff();
      const { preparation, log } = open({ sessions, integrity });
      const work = workOn(9);
      await preparation.run('a', work);
      expect(log).toEqual(['expects parts of 9', 'asked for a', 'GET /api/attachments/at-1/parts']);
      expect([work.attachmentId, work.target, work.begin]).toEqual(['at-1', { to: 's3_parts' }, null]);
      expect(work.parts).toEqual({
        partSize: 4,
        done: new Map([
          [1, { number: 1, etag: 'e1', checksum }],
          [3, { number: 3, etag: 'e3' }],
        ]),
      });
    },
  );

  it('of which S3 knows nothing any more is forgotten, and begun', async () => {
    const { sessions } = await brokenOff();
    const work = workOn(9);
    const answer = () => new Response('', { status: 404 });
    await open({ sessions, answer }).preparation.run('a', work);
    expect([work.attachmentId, work.parts, work.begin]).toEqual([null, null, plan]);
    expect(sessions.kept.size).toBe(0);
  });

  it('that cannot be read says so when it is sent', async () => {
    const { preparation } = open({ sessions: (await brokenOff()).sessions });
    const work = workOn(9);
    work.body.slice = () => {
      throw new DOMException('It is gone.', 'NotReadableError');
    };
    expect(await preparation.run('a', work)).toBeUndefined();
    expect([work.begin, work.attachmentId, work.prepared]).toEqual([null, null, true]);
  });

  it('that is removed while it is looked up is done with, for that reason', async () => {
    const { sessions } = await brokenOff();
    const work = workOn(9);
    const answer = () => {
      work.stop.abort('removed');
      return Response.json({ partSize: 4, parts: stored });
    };
    await expect(open({ sessions, answer }).preparation.run('a', work)).rejects.toBe('removed');
    expect([work.attachmentId, work.begin]).toEqual([null, null]);
  });
});

describe('warming up', () => {
  it('opens the store, where there is one that can be opened', () => {
    const sessions = createRecord();
    open({ sessions }).preparation.warmUp();
    expect(sessions.log).toEqual(['open']);
    const { read, write, remove } = sessions;
    expect(() => open({ sessions: { read, write, remove } }).preparation.warmUp()).not.toThrow();
    expect(() => open().preparation.warmUp()).not.toThrow();
  });
});

describe('what S3 has', () => {
  const done = new Map([
    [2, { number: 2, etag: 'e2' }],
    [1, { number: 1, etag: 'e1' }],
  ]);
  const known = { sessionKey: 'key', attachmentId: 'at-1', parts: { partSize: 4, done } };

  it('is remembered with its parts and the time, by what the file is', () => {
    const sessions = createRecord();
    open({ sessions }).preparation.remember(workOn(9, known), 1234);
    expect([...sessions.kept]).toEqual([
      [
        'key',
        {
          attachmentId: 'at-1',
          partSize: 4,
          parts: [
            { number: 2, etag: 'e2' },
            { number: 1, etag: 'e1' },
          ],
          at: 1234,
        },
      ],
    ]);
  });

  it.each(['sessionKey', 'attachmentId', 'parts'] as const)('is not remembered without its %s', (name) => {
    const sessions = createRecord();
    open({ sessions }).preparation.remember(workOn(9, { ...known, [name]: null }), 1234);
    expect(sessions.kept.size).toBe(0);
  });

  it('is not remembered, nor forgotten, where nothing is', () => {
    const { preparation } = open();
    expect(() => preparation.remember(workOn(9, known), 1234)).not.toThrow();
    expect(() => preparation.forget(workOn(9, known))).not.toThrow();
  });

  it('is forgotten by what the file is, and nothing else with it', () => {
    const sessions = createRecord();
    const { preparation } = open({ sessions });
    preparation.remember(workOn(9, known), 1);
    preparation.remember(workOn(9, { ...known, sessionKey: 'other' }), 2);
    preparation.forget(workOn(9, known));
    preparation.forget(workOn(9));
    expect(sessions.log).toEqual(['remove key']);
    expect([...sessions.kept.keys()]).toEqual(['other']);
  });
});
