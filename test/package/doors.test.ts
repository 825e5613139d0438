import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { type DoorWeight, weighDoors } from '../bench/size/weighDoors.js';
import { writeWeights } from '../bench/size/writeWeights.js';

/* What a host gets for what it imports: bundled, and file by file as a page with an import map loads it. */

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
let weights: DoorWeight[];
const of = (door: string, imports: string) =>
  weights.find((weight) => weight.door === door && weight.imports === imports) as DoorWeight;

beforeAll(async () => {
  if (!existsSync(`${dist}index.js`)) throw new Error('There is no dist: `npm run build` comes first.');
  weights = await weighDoors(({ door }) => door === '.' || door === './locales/en');
});

/** The files that the browser asks for before the first line of this one runs, and the packages that they name. */
function loadedWith(file: string) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string) => {
    if (files.has(path)) return;
    files.add(path);
    const code = readFileSync(path, 'utf8');
    for (const [, from, alone] of code.matchAll(
      /^(?:(?:import|export)\b[^;'"]*?\bfrom\s*"([^"]+)"|import\s*"([^"]+)")/gm,
    )) {
      const id = (from ?? alone) as string;
      if (id.startsWith('.')) follow(join(dirname(path), id));
      else packages.add(id);
    }
  };
  follow(file);
  return { files: [...files].map((path) => path.slice(dist.length)), packages: [...packages] };
}

it('brings no React Hook Form, no Base UI, no zod and no guide to who imports the uploader', () => {
  for (const imports of ['uploader and list', 'headless uploader']) {
    const { eagerParts, lazyParts } = of('.', imports);
    expect(Object.keys(eagerParts), imports).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/react-hook-form|base-ui|zod|guide/)]),
    );
    // Nor later. A lightbox is a dialog of Base UI, and a link into the guide has its step's name.
    expect(lazyParts, imports).not.toHaveProperty('react-hook-form');
    expect(lazyParts.guide ?? 0, imports).toBeLessThan(1500);
  }
});

it('brings none of them either where nothing is left out because nothing is bundled', () => {
  const { files, packages } = loadedWith(`${dist}index.js`);
  expect(files).toContain('components/AttachmentUploader.js');
  expect(packages.sort()).toEqual(['@tanstack/react-query', 'react', 'react/jsx-runtime']);
  expect(files.filter((file) => /^guide\/|components\/settings\/guide/.test(file))).toEqual([
    'guide/steps.js',
  ]);
  expect(files.filter((file) => /^diagnosis\/en(?:\.js|\/(?!open))|^locales\//.test(file))).toEqual([]);
});

it('loads nothing of a language that nobody imports', () => {
  for (const weight of weights.filter(({ door }) => door === '.')) {
    expect({ ...weight.eagerParts, ...weight.lazyParts }, weight.imports).not.toHaveProperty('locales');
  }
});

it('tells for each door what it weighs and what is in it', () => {
  const table = writeWeights(weights);
  expect(table).toMatch(/^\| `\.` \| settings panel \| \d+\.\d kB \| \d+\.\d kB \| components \d/m);
  expect(table).toMatch(/^\| `\.\/locales\/en` \| words of uploader and list \|/m);
  for (const { eager, eagerParts } of weights) {
    const sum = Object.values(eagerParts).reduce((whole, part) => whole + part, 0);
    expect(Math.abs(sum - eager)).toBeLessThan(20);
  }
});
