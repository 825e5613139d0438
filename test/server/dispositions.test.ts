import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createWorld, type World } from './support/createWorld.ts';
import { type Disposition, readDisposition } from './support/readDisposition.ts';

vi.setConfig({ testTimeout: 60_000 });

/** No half of a surrogate pair is in it. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text);
const bytesOf = (text: string) => new TextEncoder().encode(text).byteLength;

/** Names that every reader has to give back as they are. */
const names = [
  'report.pdf.zip',
  'تقرير الربع الأول.zip',
  'דוח.zip',
  '報告書 第１四半期.zip',
  '보고서.zip',
  'รายงาน.zip',
  'Übergrößenträger.zip',
  'e\u0301te\u0301.zip',
  '👩‍👩‍👧‍👦 family 🏳️‍🌈.zip',
  '𠮷野家.zip',
  'a "quoted" name.zip',
  "it's; filename=evil.exe.zip",
  'back\\slash\\.zip',
  '100%.zip',
  '%41%00%0d%0a.zip',
  "UTF-8''x.zip",
  '(1) [2] {3} <4> @5, 6: 7? 8/9 = 10.zip',
  '*.zip',
  '~`!#$^&+|.zip',
  '.zip',
  '"',
  '\\',
  'spaces  in  between .zip',
];

/** Names that are told as something near to what they are. */
const odd = [
  'a\u0000b.zip',
  'a\r\nContent-Type: text/html\r\n\r\n<script>.zip',
  'tab\there.zip',
  '\u007f\u0080\u009f.zip',
  '\ud800half\udfff.zip',
  '\u202egnp.exe.zip',
  '\ufeffbom.zip',
  `${'a'.repeat(300)}.zip`,
  `${'語'.repeat(300)}.tar.zip`,
  `${'👩‍👩‍👧‍👦'.repeat(60)}.zip`,
  'x'.repeat(1024),
  `a.${'é'.repeat(400)}`,
];

/** One answer of each kind that carries a name: of the database, and of an object in S3 by the headers that were signed for its PUT. */
async function createDesks() {
  const database = createWorld();
  const links = createWorld();
  await links.configure({ links: 'private' });
  return { database, links };
}

async function fromDatabase(world: World, name: string, type: string): Promise<Disposition> {
  const files = [{ id: 'f', name, size: 1, type }];
  const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed') throw new Error('refused');
  const params = { attachmentId: result.attachmentId };
  await world.call('agent', 'uploadContent', { params, bytes: 'x' });
  await world.call('agent', 'completeUpload', { params });
  const response = await world.send('agent', 'readContent', { params });
  expect(response.status).toBe(200);
  return readDisposition(response.headers.get('content-disposition') ?? '');
}

async function fromS3(world: World, name: string): Promise<Disposition[]> {
  const { attachmentId, target } = await world.sign({ name, size: 1, type: 'application/zip' });
  expect((await world.put(target, 'x')).status).toBe(200);
  const params = { attachmentId };
  await world.call('agent', 'completeUpload', { params });
  const { headers } = await world.send('agent', 'readContent', { params });
  const object = await world.s3(new Request(headers.get('location') ?? ''));
  return [target.headers['content-disposition'], object.headers.get('content-disposition')].map((text) =>
    readDisposition(text ?? ''),
  );
}

describe('the name of a file, in a Content-Disposition that is read to the letter of its grammar', () => {
  it.each(names)('is %j, from the database and by a signed link', async (name) => {
    const { database, links } = await createDesks();
    const shown = await fromDatabase(database, name, 'image/png');
    const kept = await fromDatabase(database, name, 'application/zip');
    expect([shown.type, kept.type]).toEqual(['inline', 'attachment']);
    for (const read of [shown, kept, ...(await fromS3(links, name))]) {
      expect(read.extended).toBe(name);
      // What old readers take has nothing in it that any of them reads as something else.
      expect(read.filename).toMatch(/^[\w-][\w.-]*$/);
    }
  });

  it.each(odd)('is near to %j', async (name) => {
    const { database, links } = await createDesks();
    const read = await fromDatabase(database, name, 'application/zip');
    for (const { extended = '', filename } of [read, ...(await fromS3(links, name))]) {
      expect(extended).not.toBe('');
      expect(extended).not.toMatch(/\p{Cc}/u);
      expect(isWhole(extended)).toBe(true);
      expect(bytesOf(extended)).toBeLessThanOrEqual(200);
      if (name.endsWith('.zip')) expect(extended.endsWith('.zip')).toBe(true);
      expect(filename).toMatch(/^[\w-][\w.-]*$/);
    }
  });

  it('is well formed whatever it is', async () => {
    const { links } = await createDesks();
    const unit = fc.oneof(fc.constantFrom('binary' as const), fc.constantFrom('grapheme' as const));
    const anything = fc.oneof(
      unit.chain((kind) => fc.string({ unit: kind, minLength: 1, maxLength: 60 })),
      fc.string({
        unit: fc.constantFrom('"', '\\', '%', "'", ';', '\r', '\n', '\ud83d', '\ude00', 'ä', '.', ' '),
        minLength: 1,
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (name) => {
        const { target } = await links.sign({ name, type: 'application/zip' });
        const header = target.headers['content-disposition'] ?? '';
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        // S3 takes 2 KB of them.
        expect(header.length).toBeLessThan(1024);
        const { extended = '', type } = readDisposition(header);
        expect(type).toBe('attachment');
        if (isWhole(name) && name.trim() === name && bytesOf(name) <= 200 && !/\p{C}/u.test(name))
          expect(extended).toBe(name);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'attachment; filename=',
    'attachment; filename="a',
    'attachment; filename="Grüße.txt"',
    'attachment; filename=a b',
    "attachment; filename*=UTF-8''%zz",
    "attachment; filename*=UTF-8''(1)",
    "attachment; filename*=UTF-8''%FF",
    'attachment; filename=a; filename=b',
    '"inline"',
  ])('is read by a reader that refuses %s', (header) => {
    expect(() => readDisposition(header)).toThrow();
  });
});
