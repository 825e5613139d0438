import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { compareSizes } from '../bench/size/compareSizes.js';
import { measureSizes, type Size } from '../bench/size/measureSizes.js';

/* What a browser loads of the package, against the budget that was agreed on. `npm run size` says the same. */

let sizes: Record<string, Size>;
let budget: Record<string, Pick<Size, 'eager' | 'modules'>>;

beforeAll(async () => {
  sizes = await measureSizes(['widget', 'engine', 'settings', 'form']);
  budget = JSON.parse(await readFile(new URL('../bench/size-budget.json', import.meta.url), 'utf8'));
});

it('keeps what the page loads of the widget, the engine and the settings panel within its budget', () => {
  expect(compareSizes(sizes, budget).join('\n\n')).toBe('');
});

it('keeps to what was aimed at: the engine in 8 kB, the widgets in 15, the settings panel in 12, in 70 with its form', () => {
  for (const [name, aim] of Object.entries({
    engine: 8000,
    widget: 15_000,
    settings: 12_000,
    form: 70_000,
  })) {
    expect(sizes[name]?.eager, name).toBeLessThanOrEqual(aim);
  }
});

it('names the modules that grew to who loads more', () => {
  const [module, bytes] = Object.entries(sizes.engine?.modules ?? {})[0] ?? ['', 0];
  const before = {
    eager: (sizes.engine?.eager ?? 0) / 1.03,
    modules: { ...sizes.engine?.modules, [module]: bytes - 100 },
  };
  const [said] = compareSizes({ engine: sizes.engine as Size }, { engine: before });
  expect(said).toContain('3.0 % over its budget');
  expect(said).toContain(`+100 ${module}`);
});

it('lets two in a hundred pass', () => {
  const before = { eager: (sizes.engine?.eager ?? 0) / 1.019, modules: {} };
  expect(compareSizes({ engine: sizes.engine as Size }, { engine: before })).toEqual([]);
});
