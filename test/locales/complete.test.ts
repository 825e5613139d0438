import { beforeAll, describe, expect, it } from 'vitest';
import { diagnosisWords, fullWords } from '../../src/diagnosis/index.ts';
import * as english from '../../src/locales/en.ts';
import { examples } from '../../stories/diagnoses/examples.ts';
import { variants } from '../../stories/diagnoses/variants.ts';
import { factsOf, quotesOf } from './factsOf.ts';
import { type Catalogue, locales } from './locales.ts';
import { samples } from './samples.ts';

const en: Catalogue = { ...english };
const diagnoses = [...Object.values(examples), ...variants];
// They say how a catalogue is used, not what.
const notWords = /^(?:locale|dir|full)$/;

/** One text of a catalogue, as it comes out for one sample. */
interface Text {
  path: string;
  /** Which of the samples. */
  of: string;
  value: string;
}

function* textsOf(table: object, path = ''): Generator<Text> {
  for (const [key, entry] of Object.entries(table)) {
    const at = path ? `${path}.${key}` : key;
    if (path === '' && notWords.test(key)) continue;
    if (path === 'diagnosis') {
      for (const diagnosis of diagnoses.filter(({ code }) => code === key))
        yield* leavesOf(entry(diagnosis), at, JSON.stringify(diagnosis));
    } else if (typeof entry === 'function') {
      for (const sample of samples[at] ?? []) {
        const args = typeof sample === 'string' ? [sample] : sample;
        yield* leavesOf(entry(...args), at, JSON.stringify(args));
      }
    } else if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
      yield* textsOf(entry, at);
    } else {
      yield* leavesOf(entry, at, '');
    }
  }
}

function* leavesOf(value: unknown, path: string, of: string): Generator<Text> {
  if (typeof value === 'string') yield { path, of, value };
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* leavesOf(part, `${path}.${key}`, of);
  else yield { path, of, value: String(value) };
}

function functionsOf(table: object, path = ''): string[] {
  return Object.entries(table).flatMap(([key, entry]) => {
    const at = path ? `${path}.${key}` : key;
    if ((path === '' && notWords.test(key)) || path === 'diagnosis') return [];
    if (typeof entry === 'function') return [at];
    return typeof entry === 'object' && entry !== null ? functionsOf(entry, at) : [];
  });
}

const names = ['listMessages', 'settingsMessages', 'uploaderMessages', 'uploadFailureMessages'] as const;
const keyOf = ({ path, of }: Text) => `${path} ${of}`;
// Words of our own may be quoted too: then by the very words that stand on the button or over the field.
const own = [...textsOf(en.settingsMessages)].filter(({ of }) => of === '');
const inDocuments = /[{}]|^\w+:/;
// Where one and two have forms of the noun, as in Arabic, no digit stands beside them.
const spelledOut = (tag: string) =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories.includes('two') ? ['1', '2'] : [];

it('every sentence that is made out for facts has samples of them', () => {
  for (const name of names) {
    for (const path of functionsOf(en[name])) expect(samples, path).toHaveProperty([path]);
  }
});

it('there are eight languages', () => {
  expect(locales.map(({ tag }) => tag).sort()).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN']);
});

describe.each(locales)('$tag', ({ tag, load }) => {
  let words: Catalogue;
  beforeAll(async () => {
    words = await load();
  });

  it('names its language, and how it is written', () => {
    for (const name of names) {
      expect(words[name]).toMatchObject({ locale: tag });
      expect(words[name].dir).toBe(tag === 'ar' ? 'rtl' : undefined);
    }
  });

  describe.each(names)('%s', (name) => {
    it('says all that the English one says, and nothing beside it', () => {
      const said = [...textsOf(words[name])].map(keyOf);
      expect(said.sort()).toEqual([...textsOf(en[name])].map(keyOf).sort());
    });

    it('says it with the same facts', () => {
      const inEnglish = new Map([...textsOf(en[name])].map((text) => [keyOf(text), text.value]));
      const here = new Map([...textsOf(words.settingsMessages)].map((text) => [keyOf(text), text.value]));
      const namesOf = (label: string) => [
        label,
        ...own.filter(({ value }) => value === label).map((text) => here.get(keyOf(text)) ?? label),
      ];
      const wrong: unknown[] = [];
      for (const text of textsOf(words[name])) {
        const model = inEnglish.get(keyOf(text)) ?? '';
        const [said, there] = [factsOf(text.value), factsOf(model)];
        const labels = quotesOf(model).filter((label) => !inDocuments.test(label));
        const missing = [
          ...there.numbers.filter(
            (number) => !said.numbers.includes(number) && !spelledOut(tag).includes(number),
          ),
          ...there.terms.filter((term) => !said.terms.includes(term)),
          ...labels.filter((label) => !namesOf(label).some((each) => text.value.includes(each))),
          ...namedIn(text).filter((fact) => model.includes(fact) && !text.value.includes(fact)),
        ];
        // A word like “one” may be a digit there.
        const added = [
          ...said.numbers.filter((number) => Number(number) > 12 && !there.numbers.includes(number)),
          ...said.terms.filter((term) => !model.includes(term)),
        ];
        if (missing.length > 0 || added.length > 0)
          wrong.push({ at: text.path, missing, added, here: text.value, there: model });
      }
      expect(wrong).toEqual([]);
    });

    it('leaves no sentence in English, and none empty', () => {
      const inEnglish = new Map([...textsOf(en[name])].map((text) => [keyOf(text), text.value]));
      const left = [...textsOf(words[name])].filter(
        (text) =>
          text.value.trim() === '' ||
          (text.value === inEnglish.get(keyOf(text)) && text.value.split(/\s/).length > 3),
      );
      expect(left.map(({ path, value }) => `${path}: ${value}`)).toEqual([]);
    });
  });

  it('has the words of every diagnosis, those that come late included', async () => {
    const full = await words.uploaderMessages.full?.load();
    expect(full).toBeDefined();
    expect(full).toEqual(words.settingsMessages.diagnosis);
    expect(Object.keys(full ?? {}).sort()).toEqual(Object.keys(diagnosisWords).sort());
    expect(words.uploaderMessages.full).not.toBe(fullWords);
    // At hand is as much as in English, so that an agent never waits for words.
    expect(Object.keys(words.uploaderMessages.diagnosis).sort()).toEqual(
      Object.keys(en.uploaderMessages.diagnosis).sort(),
    );
  });

  it('counts by the plural rules of its language', () => {
    const said = [1, 2, 3, 5, 11, 21, 100].map((count) => words.settingsMessages.move.notAll(count));
    for (const [index, count] of [1, 2, 3, 5, 11, 21, 100].entries()) {
      expect(factsOf(said[index] ?? '').numbers.concat(count <= 2 ? String(count) : [])).toContain(
        String(count),
      );
    }
  });
});

/** The texts and numbers among the arguments of a sentence. */
function namedIn({ of }: Text): string[] {
  if (of === '') return [];
  const found: string[] = [];
  JSON.parse(of, (_key, value: unknown) => {
    // Codes and choices of ours are words of English: only what looks like somebody's own counts.
    if (typeof value === 'string' && /[A-Z\d. -]/.test(value)) found.push(value);
    return value;
  });
  return found;
}
