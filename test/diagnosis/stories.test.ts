import { expect, it } from 'vitest';
import { diagnosisCodes } from '../../src/diagnosis/index.ts';
import * as stories from '../../stories/Diagnoses.stories.tsx';

it.each(diagnosisCodes)('%s has a story', (code) => {
  const shown = Object.values(stories).map((story) => ('args' in story ? story.args?.code : undefined));
  expect(shown).toContain(code);
});
