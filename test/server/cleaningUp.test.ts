import { beforeEach, describe, expect, it } from 'vitest';
import { cleanMultipart } from '../../src/server/attachments/cleanMultipart.ts';
import type { S3Connection } from '../../src/server/s3/S3Connection.ts';
import type { S3Edge } from '../../src/server/s3/S3Edge.ts';
import { Secret } from '../../src/server/Secret.ts';
import { readSweepOptions } from '../../src/server/sweep/readSweepOptions.ts';
import { saved, secret } from './support/createWorld.ts';
import { s3Fault } from './support/s3Fault.ts';

type Asked = 'abort' | 'list' | 'part' | 'complete' | 'delete';
type Said = () => Response;

const ok: Said = () => new Response('', { status: 200, headers: { etag: '"e"' } });
const no: Said = () => s3Fault('AccessDenied', 403);
const busy: Said = () => s3Fault('SlowDown', 503);
const forgotten: Said = () => s3Fault('NoSuchUpload', 404);
const list =
  (count: number): Said =>
  () => {
    const parts = Array.from(
      { length: count },
      (_, at) => `<Part><PartNumber>${at + 1}</PartNumber><Size>5</Size><ETag>"e${at}"</ETag></Part>`,
    );
    return new Response(`<ListPartsResult>${parts.join('')}</ListPartsResult>`, { status: 200 });
  };

let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

/** What an upload in parts comes to in a store that answers so; what is not named it allows. */
function clean(
  answers: Partial<Record<Asked, Said>>,
  { custom = false, largeFiles = false, checksum = null as 'sha256' | 'crc32' | null } = {},
) {
  const kindOf = (method: string, url: URL): Asked => {
    if (!url.searchParams.has('uploadId')) return 'delete';
    if (method === 'DELETE') return 'abort';
    if (method === 'GET') return 'list';
    return method === 'POST' ? 'complete' : 'part';
  };
  const s3: S3Edge = {
    endpoints: 'any',
    now: () => new Date('2031-01-01T00:00:00Z'),
    fetch: async (url, { method, body, headers }) => {
      const kind = kindOf(method, new URL(url));
      const numbers = String(body ?? '').match(/<PartNumber>\d+/g) ?? [];
      const sum = headers['x-amz-checksum-sha256'] ?? headers['x-amz-checksum-crc32'];
      asked.push([kind, ...numbers.map((text) => text.slice(12)), ...(sum ? [sum] : [])].join(' '));
      return (answers[kind] ?? ok)();
    },
  };
  const connection: S3Connection = {
    ...saved,
    secretAccessKey: new Secret(secret),
    endpoint: custom ? 'https://s3.acme.test' : null,
    forcePathStyle: custom,
  };
  const object = { ...connection, key: 'triage-ai/tickets/1/film.mp4', largeFiles };
  return cleanMultipart({ s3 }, object, { uploadId: 'u', partChecksum: checksum });
}

const codeIn = (answer: { body?: string | undefined } | null) => /<Code>(\w+)/.exec(answer?.body ?? '')?.[1];

describe('an upload in parts that nobody wants', () => {
  it('is given up where the key may do that, and nothing else is asked', async () => {
    expect(await clean({}, { largeFiles: true })).toBeNull();
    expect(asked).toEqual(['abort']);
  });

  it('is over where S3 knows nothing of it any more', async () => {
    expect(await clean({ abort: forgotten }, { largeFiles: true })).toBeNull();
    expect(asked).toEqual(['abort']);
    expect(await clean({ part: forgotten })).toBeNull();
    expect(asked.slice(1)).toEqual(['part']);
  });

  it('ends as an object of one byte, which is deleted, where the key may not give it up', async () => {
    expect(await clean({ abort: no }, { largeFiles: true })).toBeNull();
    expect(asked).toEqual(['abort', 'part', 'complete 10000', 'delete']);
  });

  it.each([
    ['sha256', 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='],
    ['crc32', 'jNwWgw=='],
  ] as const)('gets that byte with its %s where it was begun with one', async (checksum, sum) => {
    expect(await clean({}, { checksum })).toBeNull();
    expect(asked).toEqual([`part ${sum}`, 'complete 10000', 'delete']);
  });

  it('tells what forbids it where the byte is refused', async () => {
    expect(codeIn(await clean({ part: no }))).toBe('AccessDenied');
    expect(asked).toEqual(['part']);
  });

  it('is completed with every part where the store wants them all', async () => {
    let tries = 0;
    const complete = () => (++tries === 1 ? s3Fault('InvalidPart', 400) : ok());
    expect(await clean({ complete, list: list(2) })).toBeNull();
    expect(asked).toEqual(['part', 'complete 10000', 'list', 'complete 1 2', 'delete']);
  });

  it('is given up all the same where it cannot be completed and nobody had tried to', async () => {
    const complete = () => s3Fault('InvalidPart', 400);
    expect(await clean({ complete, list: no })).toBeNull();
    expect(asked).toEqual(['part', 'complete 10000', 'list', 'abort']);
    expect(codeIn(await clean({ complete, list: no, abort: no }))).toBe('AccessDenied');
  });

  it('tells what forbids its completion where giving it up is forbidden too', async () => {
    const complete = () => s3Fault('InvalidPart', 400);
    expect(codeIn(await clean({ abort: no, complete, list: no }, { largeFiles: true }))).toBe('InvalidPart');
  });

  it('has left an object where that may not be deleted', async () => {
    expect(codeIn(await clean({ delete: no }))).toBe('AccessDenied');
    expect(await clean({ delete: () => s3Fault('NoSuchKey', 404) })).toBeNull();
  });

  it.each(['abort', 'part', 'complete', 'delete'] as const)(
    'is tried again later when S3 has no time to %s',
    async (step) => {
      await expect(clean({ [step]: busy }, { largeFiles: step === 'abort' })).rejects.toThrow(
        's3_unavailable',
      );
    },
  );
});

describe('an upload in parts in another store than Amazon’s', () => {
  const custom = { custom: true };

  it('ends with the parts that it has, and is deleted', async () => {
    expect(await clean({ list: list(2) }, custom)).toBeNull();
    expect(asked).toEqual(['list', 'complete 1 2', 'delete']);
  });

  it('is over where the store knows nothing of it any more', async () => {
    expect(await clean({ list: forgotten }, custom)).toBeNull();
    expect(asked).toEqual(['list']);
  });

  it.each<[string, Partial<Record<Asked, Said>>]>([
    ['does not tell its parts', { list: no }],
    ['has none of it', { list: list(0) }],
  ])('gets one byte where the store %s', async (_, answers) => {
    expect(await clean(answers, custom)).toBeNull();
    expect(asked).toEqual(['list', 'part', 'complete 10000', 'delete']);
  });

  it('gets one byte where it may not end as it is', async () => {
    let tries = 0;
    const complete = () => (++tries === 1 ? no() : ok());
    expect(await clean({ list: list(1), complete }, custom)).toBeNull();
    expect(asked).toEqual(['list', 'complete 1', 'part', 'complete 10000', 'delete']);
  });

  it.each(['complete', 'delete'] as const)('is tried again later when it has no time to %s', async (step) => {
    await expect(clean({ list: list(1), [step]: busy }, custom)).rejects.toThrow('s3_unavailable');
  });

  it('counts as gone when its object is not there, and not when it may not be deleted', async () => {
    expect(await clean({ list: list(1), delete: () => s3Fault('NoSuchKey', 404) }, custom)).toBeNull();
    expect(codeIn(await clean({ list: list(1), delete: no }, custom))).toBe('AccessDenied');
  });
});

describe('when to tidy up', () => {
  it('is every five minutes, and a day for what was never registered, unless the host says otherwise', () => {
    expect(readSweepOptions({})).toMatchObject({ every: 300, pendingFor: 86_400 });
    expect(readSweepOptions({ sweepEvery: 1, pendingFor: 2_147_483 })).toMatchObject({
      every: 1,
      pendingFor: 2_147_483,
    });
  });

  it.each([0, 0.5, -1, 2_147_484, Number.NaN, Number.POSITIVE_INFINITY])(
    'cannot be %d seconds, and says which of the two that is',
    (seconds) => {
      expect(() => readSweepOptions({ sweepEvery: seconds })).toThrow(/^sweepEvery: must be 1 to 2147483/);
      expect(() => readSweepOptions({ pendingFor: seconds })).toThrow(/^pendingFor: must be 1 to 2147483/);
    },
  );

  it('is kept by a timer that can be called off', async () => {
    const { after } = readSweepOptions({});
    const done: string[] = [];
    after(1, () => done.push('first'));
    after(1, () => done.push('called off'))();
    await expect.poll(() => done).toEqual(['first']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toEqual(['first']);
  });
});
