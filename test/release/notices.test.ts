import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeNotices } from '../../scripts/release/makeNotices.js';
import { makeSbom } from '../../scripts/release/makeSbom.js';
import { readBrought } from '../../scripts/release/readBrought.js';

const { dependencies, peers, installed } = readBrought();

it('says in THIRD-PARTY-NOTICES.md what is installed with the package; `npm run notices` writes it anew', () => {
  const written = readFileSync(new URL('../../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');
  expect(written).toBe(makeNotices());
});

it('brings nothing to a host whose licence asks for more than to be named', () => {
  const easy = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
  const others = [...dependencies, ...peers, ...installed].filter(({ license }) => !easy.includes(license));
  expect(others).toEqual([]);
});

it('lists in the bill of materials just what npm installs with it', () => {
  interface Component {
    name: string;
    version: string;
  }
  const bill = JSON.parse(makeSbom()) as {
    bomFormat: string;
    metadata: { component: Component };
    components: Component[];
  };
  const { name, version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Component;
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.metadata.component).toMatchObject({ name, version });
  const listed = bill.components.map((one) => `${one.name}@${one.version}`).sort();
  expect(listed).toEqual(installed.map((one) => `${one.name}@${one.version}`).sort());
  // What a host's page cannot run without, by name: a list that lost them would agree with itself.
  for (const needed of ['zod', 'react', 'react-dom', '@tanstack/react-query', '@base-ui/react'])
    expect(listed.join()).toContain(`${needed}@`);
});
