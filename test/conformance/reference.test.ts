import { afterEach, expect, it } from 'vitest';
import { type ConformanceReport, printReport, runConformance } from '../../src/conformance/index.ts';
import { type Reference, type ReferenceOptions, startReference } from './startReference.ts';

let reference: Reference | null = null;

afterEach(async () => {
  await reference?.stop();
  reference = null;
});

async function start(options: ReferenceOptions = {}): Promise<Reference> {
  reference = await startReference(options);
  return reference;
}

/** Everything that did not pass, in the words of the report. */
const short = ({ results }: ConformanceReport) => results.filter(({ status }) => status !== 'passed');

it('finds nothing that falls short in the reference backend, and leaves nothing out', {
  timeout: 120_000,
}, async () => {
  const { options, store, objects } = await start();
  const report = await runConformance(options);
  expect(short(report)).toEqual([]);
  expect(report).toMatchObject({ conforms: true, counts: { failed: 0, blocked: 0, skipped: 0 } });
  expect(report.counts.passed).toBeGreaterThan(250);
  expect(printReport(report)).toContain('It keeps what was looked at of the contract.');
  // Nothing is left of it: no object, no attachment, no key.
  expect(await objects()).toEqual([]);
  expect(await store.listAttachments('conformance')).toEqual([]);
  expect((await store.readSettings())?.status).toBe('keys_removed');
});
