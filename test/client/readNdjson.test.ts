import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNdjson } from '../../src/client/readNdjson.ts';

/** A stream of these chunks; `end` says how it ends. */
function streamOf(chunks: Uint8Array[], end: 'closes' | 'breaks' | 'hangs' = 'closes') {
  const seen = { cancelled: false };
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk) return controller.enqueue(chunk);
      if (end === 'closes') controller.close();
      else if (end === 'breaks') controller.error(new TypeError('network error'));
      else return new Promise<void>(() => {});
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { body, seen };
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function all(lines: AsyncIterable<unknown>): Promise<unknown[]> {
  const read: unknown[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

it('reads the same lines wherever the chunks split them, characters included', async () => {
  const lines = fc.array(fc.jsonValue(), { maxLength: 8 });
  const separators = fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\n');
  await fc.assert(
    fc.asyncProperty(
      lines,
      separators,
      fc.boolean(),
      fc.array(fc.nat(400), { maxLength: 20 }),
      async (values, separator, endsWithNewline, cuts) => {
        const texts = values.map((value) => JSON.stringify(value));
        const whole = bytes(`${texts.join(separator)}${endsWithNewline ? '\n' : ''}`);
        const places = [...new Set([0, ...cuts, whole.length])]
          .filter((place) => place <= whole.length)
          .sort((a, b) => a - b);
        const chunks = places.slice(1).map((place, index) => whole.slice(places[index], place));
        expect(await all(readNdjson(streamOf(chunks).body))).toEqual(texts.map((text) => JSON.parse(text)));
      },
    ),
    { numRuns: 300 },
  );
});

it('reads a character of four bytes that came one byte at a time', async () => {
  const chunks = [...bytes('{"name":"🪣 ü"}\n')].map((byte) => Uint8Array.of(byte));
  expect(await all(readNdjson(streamOf(chunks).body))).toEqual([{ name: '🪣 ü' }]);
});

it('gives each line as soon as it is whole', async () => {
  const { body } = streamOf([bytes('1\n2\n{"half":')], 'hangs');
  const lines = readNdjson(body);
  expect((await lines.next()).value).toBe(1);
  expect((await lines.next()).value).toBe(2);
});

describe('refuses', () => {
  it('a line that is no JSON', async () => {
    await expect(all(readNdjson(streamOf([bytes('1\n<html>\n')]).body))).rejects.toThrow(SyntaxError);
  });

  it('a last line that was cut', async () => {
    await expect(all(readNdjson(streamOf([bytes('1\n{"event":"st')]).body))).rejects.toThrow(SyntaxError);
  });

  it('what the stream breaks with', async () => {
    await expect(all(readNdjson(streamOf([bytes('1\n')], 'breaks').body))).rejects.toThrow('network error');
  });
});

it('ends the stream when its reader stops early', async () => {
  const { body, seen } = streamOf([bytes('1\n2\n')], 'hangs');
  for await (const line of readNdjson(body)) if (line === 1) break;
  expect(seen.cancelled).toBe(true);
});

it('ends a stream that knows no signal when its signal aborts', async () => {
  const { body, seen } = streamOf([bytes('1\n')], 'hangs');
  const abort = new AbortController();
  const lines = readNdjson(body, abort.signal);
  await lines.next();
  const next = lines.next();
  abort.abort();
  await expect(next).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen.cancelled).toBe(true);
});
