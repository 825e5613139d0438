import { expect, it } from 'vitest';
import { diagnosisCodes } from '../../src/diagnosis/index.ts';
import { subjects } from '../../stories/diagnoses/subjects.ts';

it('has every code once, under what it is about', () => {
  expect(Object.values(subjects).flat().sort()).toEqual([...diagnosisCodes].sort());
});
