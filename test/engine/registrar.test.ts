import { expect, it } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { codeOf, DiagnosisError } from '../../src/diagnosis/index.ts';
import { createRegistrar } from '../../src/engine/createRegistrar.ts';
import { eventually } from '../support/eventually.ts';
import { createHandClock } from './createHandClock.ts';
import { storedAs } from './createSendingWorld.ts';

const refused = {
  status: 'refused',
  verdict: { detail: 'redacted', code: 'upload_incomplete', reference: 'ABCD' },
};

/** A desk whose answers wait until they are let go; `says` is what it says of a file. */
function open(says: (id: string) => object | null = storedAs) {
  const clock = createHandClock();
  const asked: string[][] = [];
  const held: (() => void)[] = [];
  let last = false;
  let broken = false;
  const client = createClient({
    baseUrl: 'https://desk.test/api',
    fetch: async (_, init) => {
      const { attachmentIds } = JSON.parse(String(init?.body)) as { attachmentIds: string[] };
      asked.push(attachmentIds);
      await new Promise<void>((resolve) => held.push(resolve));
      if (broken) throw new TypeError('Failed to fetch');
      const uploads = attachmentIds.flatMap((attachmentId) => {
        const result = says(attachmentId);
        return result ? [{ attachmentId, result }] : [];
      });
      return Response.json({ uploads: uploads.reverse() });
    },
  });
  const registrar = createRegistrar(client, clock, () => last);
  return {
    clock,
    asked,
    registrar,
    breakDown: () => void (broken = true),
    isLastNow: (now = true) => void (last = now),
    /** Registers so many, and tells what became of each. */
    register: (...ids: string[]) =>
      ids.map((id) =>
        registrar.register(id).then(
          ({ attachment }) => attachment.name,
          (error: unknown) => {
            if (!(error instanceof DiagnosisError)) throw error;
            return codeOf(error.verdict);
          },
        ),
      ),
    /** Waits for a request and lets its answer through. */
    async answer(index: number) {
      await eventually(() => expect(held.length).toBeGreaterThan(index));
      held[index]?.();
    },
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `f${from + index}`);

it('what ends together is registered together, at once, and each is told its own', async () => {
  const { register, answer, asked } = open((id) => (id === 'b' ? refused : storedAs(id)));
  const told = register('a', 'b', 'c');
  await answer(0);
  expect(await Promise.all(told)).toEqual(['a.png', 'upload_incomplete', 'c.png']);
  expect(asked).toEqual([['a', 'b', 'c']]);
});

it('who is left out of the answer is told that the answer is not what it should be', async () => {
  const { register, answer } = open((id) => (id === 'a' ? storedAs(id) : null));
  const told = register('a', 'b');
  await answer(0);
  expect(await Promise.all(told)).toEqual(['a.png', 'malformed_response']);
});

it('all of a request that does not get through are told so, and the next ones are asked for as ever', async () => {
  const { register, answer, asked, breakDown, clock } = open();
  breakDown();
  const told = register('a', 'b');
  await answer(0);
  expect(await Promise.all(told)).toEqual(['api_unreachable', 'api_unreachable']);
  clock.pass(250);
  void register('c');
  await answer(1);
  expect(asked[1]).toEqual(['c']);
});

it('what arrives while one is asked waits for the answer, and then until a quarter of a second after the question', async () => {
  const { register, answer, asked, clock } = open();
  const first = register('a');
  await eventually(() => expect(asked).toHaveLength(1));
  void register('b');
  clock.pass(100);
  void register('c');
  await turn();
  expect(asked).toHaveLength(1);
  await answer(0);
  await Promise.all(first);
  clock.pass(149);
  await turn();
  expect(asked).toHaveLength(1);
  clock.pass(1);
  await eventually(() => expect(asked).toEqual([['a'], ['b', 'c']]));
});

it('after a quarter of a second without one, the next is asked for at once', async () => {
  const { register, answer, asked, clock } = open();
  const first = register('a');
  await answer(0);
  await Promise.all(first);
  clock.pass(250);
  void register('b');
  await eventually(() => expect(asked).toEqual([['a'], ['b']]));
});

it('who comes while the next request is planned goes with it, and no second one is planned', async () => {
  const { register, answer, asked, clock } = open();
  const first = register('a');
  await answer(0);
  await Promise.all(first);
  void register('b');
  clock.pass(50);
  void register('c');
  clock.pass(200);
  await answer(1);
  await eventually(() => expect(asked).toEqual([['a'], ['b', 'c']]));
  await turn();
  clock.pass(1000);
  await turn();
  expect(asked).toHaveLength(2);
});

it.each([
  [100, 2],
  [99, 1],
])('%i that arrived during a request make %i requests before the pause is over', async (count, requests) => {
  const { register, answer, asked } = open();
  const first = register('a');
  await eventually(() => expect(asked).toHaveLength(1));
  for (const told of register(...names(0, count))) void told;
  await answer(0);
  await Promise.all(first);
  await turn();
  await turn();
  expect(asked).toHaveLength(requests);
});

it('250 files go by requests about 100, 100 and 50', async () => {
  const { register, answer, asked, clock } = open();
  const told = register(...names(0, 250));
  for (const index of [0, 1, 2]) {
    await answer(index);
    await turn();
    clock.pass(250);
  }
  expect((await Promise.all(told)).every((name) => name.endsWith('.png'))).toBe(true);
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(asked.flat()).toEqual(names(0, 250));
});

it('the last file waits for nobody: not for the pause, and not for the answer that others wait for', async () => {
  const { register, answer, asked, clock, isLastNow } = open();
  const first = register('a');
  await answer(0);
  await Promise.all(first);
  isLastNow();
  const second = register('b');
  await eventually(() => expect(asked).toEqual([['a'], ['b']]));
  void register('c');
  await eventually(() => expect(asked).toEqual([['a'], ['b'], ['c']]));
  await answer(1);
  await Promise.all(second);
  clock.pass(1000);
  await turn();
  expect(asked).toHaveLength(3);
});

it('is hurried once nothing else is on its way: what was planned for later goes now, and once', async () => {
  const { register, registrar, answer, asked, clock, isLastNow } = open();
  registrar.hurry();
  const first = register('a');
  await answer(0);
  await Promise.all(first);
  const second = register('b');
  registrar.hurry();
  await turn();
  expect(asked).toHaveLength(1);
  isLastNow();
  registrar.hurry();
  registrar.hurry();
  await answer(1);
  await Promise.all(second);
  registrar.hurry();
  isLastNow(false);
  clock.pass(1000);
  await turn();
  expect(asked).toEqual([['a'], ['b']]);
});
