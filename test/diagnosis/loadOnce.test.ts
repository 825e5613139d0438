import { expect, it } from 'vitest';
import { loadWordsFor as loadFromClient } from '../../src/client/index.ts';
import {
  type Diagnosis,
  diagnosisCodes,
  diagnosisWords,
  everyoneWords,
  hasWords,
  loadOnce,
  loadWordsFor,
  openWords,
  remedyBy,
  type Verdict,
  verdictFor,
  wordsFor,
} from '../../src/diagnosis/index.ts';
import { examples } from '../../stories/diagnoses/examples.ts';

const full = (diagnosis: Diagnosis): Verdict => ({ detail: 'full', diagnosis, reference: null });
const messages = { diagnosis: openWords, everyone: everyoneWords };
const unreachable = () => loadOnce<typeof diagnosisWords>(() => Promise.reject(new TypeError('gone')));

it('loads once, however many ask at the same time', async () => {
  let asked = 0;
  const thing = loadOnce(async () => ++asked);
  expect(thing.atHand()).toBeNull();
  expect(await Promise.all([thing.load(), thing.load()])).toEqual([1, 1]);
  expect(await thing.load()).toBe(1);
  expect(thing.atHand()).toBe(1);
});

it('tries anew what could not be loaded', async () => {
  let asked = 0;
  const thing = loadOnce(async () => {
    if (++asked === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return asked;
  });
  await expect(thing.load()).rejects.toThrow(TypeError);
  expect(thing.atHand()).toBeNull();
  expect(await thing.load()).toBe(2);
});

it('has at hand whatever can go wrong while there is no network', () => {
  const withoutNetwork = diagnosisCodes.filter((code) => remedyBy[code] === 'connection');
  expect(withoutNetwork).toContain('offline');
  for (const code of [...withoutNetwork, 'malformed_response', 'server_fault'] as const) {
    expect(hasWords(full(examples[code]), messages), code).toBe(true);
  }
});

it('has at hand whatever an agent can be told of a file, and of a right that is missing', () => {
  const told = diagnosisCodes.filter(
    (code) => verdictFor('everyone', examples[code], null).detail === 'full' && remedyBy[code] === 'viewer',
  );
  // The settings' form alone is answered with these.
  const ofTheForm = ['settings_changed', 'move_conflict', 'invalid_input'];
  expect(told.filter((code) => !hasWords(full(examples[code]), messages)).sort()).toEqual(ofTheForm.sort());
});

it('gives the full words of every cause once they came', async () => {
  for (const code of diagnosisCodes) {
    const verdict = full(examples[code]);
    const words = wordsFor(verdict, { diagnosis: diagnosisWords, everyone: everyoneWords });
    expect(await loadWordsFor(verdict, messages)).toEqual(words);
    // As a page without our widgets has them, from the client's door.
    expect(await loadFromClient(verdict)).toEqual(words);
  }
});

it('says what everybody may be told where the full words do not come', async () => {
  const verdict: Verdict = { detail: 'full', diagnosis: examples.secret_wrong, reference: '7QX2' };
  const words = await loadWordsFor(verdict, { ...messages, full: unreachable() });
  expect(words).toEqual(everyoneWords.administrator('7QX2'));
  expect(words.remedy.join(' ')).toContain('7QX2');
});

it('takes a host’s own words for a cause, and loads none for it', async () => {
  const own = { title: 'Geheimnis falsch', cause: 'So ist es.', remedy: ['Neu eingeben.'] };
  const german = { ...messages, diagnosis: { ...openWords, secret_wrong: () => own } };
  expect(await loadWordsFor(full(examples.secret_wrong), { ...german, full: unreachable() })).toBe(own);
});

it('lays a host’s own words over those that were loaded', async () => {
  const own = { title: 'Weg', cause: 'So ist es.', remedy: ['Neu.'] };
  const german = { ...messages, diagnosis: { ...openWords, bucket_missing: () => own } };
  expect(wordsFor(full(examples.bucket_missing), german, diagnosisWords)).toBe(own);
});
