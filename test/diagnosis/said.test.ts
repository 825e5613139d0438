import { expect, it } from 'vitest';
import {
  type Audience,
  type Diagnosis,
  diagnosisCodes,
  diagnosisWords,
  everyoneWords,
  verdictFor,
  wordsFor,
} from '../../src/diagnosis/index.ts';
import { examples } from '../../stories/diagnoses/examples.ts';
import { variants } from '../../stories/diagnoses/variants.ts';
import { raritiesOf } from './raritiesOf.ts';

const messages = { diagnosis: diagnosisWords, everyone: everyoneWords };
const usual: Diagnosis[] = [...diagnosisCodes.map((code) => examples[code]), ...variants];
const samples = [...usual, ...raritiesOf(usual)];

function said(audience: Audience, diagnosis: Diagnosis, reference: string | null): string {
  const { title, cause, remedy } = wordsFor(verdictFor(audience, diagnosis, reference), messages);
  return [`## ${title}`, '', cause, '', ...remedy.map((line) => `- ${line}`), ''].join('\n');
}

// Who changes a sentence changes these files with `npx vitest -u`, and sees beside it what else is said otherwise now.
it('says of each diagnosis what it said before, fact by fact', async () => {
  const all = new Map<string, string>();
  for (const one of samples) {
    const words = said('administrator', one, '7QX2');
    const { where: _, s3: __, ...facts } = one;
    if (!all.has(words)) all.set(words, `<!-- ${JSON.stringify(facts)} -->\n${words}`);
  }
  await expect([...all.values()].join('\n')).toMatchFileSnapshot('said.administrator.md');
});

it('says to everybody else what it said before, with a reference and without', async () => {
  const all = new Map<string, string[]>();
  for (const code of diagnosisCodes) {
    for (const reference of ['7QX2', null]) {
      const words = said('everyone', examples[code], reference);
      all.set(words, [...(all.get(words) ?? []), code]);
    }
  }
  const lines = [...all].map(([words, codes]) => `<!-- ${codes.join(', ')} -->\n${words}`);
  await expect(lines.join('\n')).toMatchFileSnapshot('said.everyone.md');
});
