import { expect, it } from 'vitest';
import { createBudget } from '../../src/server/move/createBudget.ts';

it('files share the memory that there is, and one that is larger than all of it goes alone', async () => {
  const budget = createBudget(100);
  const began: string[] = [];
  const take = async (name: string, size: number) => {
    const free = await budget(size);
    began.push(name);
    return free;
  };
  const first = await take('a', 60);
  const second = await take('b', 40);
  const large = take('film', 500);
  const later = take('c', 1);
  await Promise.resolve();
  expect(began).toEqual(['a', 'b']);
  first();
  await Promise.resolve();
  // Nobody overtakes it, or it would wait for ever.
  expect(began).toEqual(['a', 'b']);
  second();
  const freeLarge = await large;
  expect(began).toEqual(['a', 'b', 'film']);
  freeLarge();
  (await later)();
  expect(began).toEqual(['a', 'b', 'film', 'c']);
});
