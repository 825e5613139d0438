import { type Diagnosis, diagnosisSchema } from '../../src/diagnosis/index.ts';
import { settingsFields } from '../../src/diagnosis/settingsFields.ts';

/**
 * What else these diagnoses may come as: without a fact that S3 does not always tell, with each field as the only place, and with the
 * statuses that are told apart.
 */
export function raritiesOf(samples: readonly Diagnosis[]): Diagnosis[] {
  return samples.flatMap((sample) => [...withLess(sample), ...elsewhere(sample), ...otherwise(sample)]);
}

function withLess(sample: Diagnosis): Diagnosis[] {
  const without = (keys: readonly string[]) =>
    Object.fromEntries(Object.entries(sample).filter(([key]) => !keys.includes(key)));
  const facts = Object.keys(sample).filter((key) => !['code', 'where', 'certainty'].includes(key));
  return [
    ...facts.map((key) => [key]),
    ['principal', 'resource'],
    ['principal', 'resource', 'policy'],
  ].flatMap((keys) => sound(without(keys)));
}

function elsewhere(sample: Diagnosis): Diagnosis[] {
  return settingsFields.map((field) => ({ ...sample, where: [{ kind: 'field', field }] }));
}

function otherwise(sample: Diagnosis): Diagnosis[] {
  if (sample.code === 'not_s3') {
    return [200, 407, 413, 428, 429, 430, 499, 500, 501, 502, 503, 504, 505, 511].map((status) => ({
      ...sample,
      status,
    }));
  }
  return ['put_not_allowed', 'delete_not_allowed'].includes(sample.code)
    ? (['allowed', 'refused'] as const).flatMap((otherAction) => sound({ ...sample, otherAction }))
    : [];
}

/** What could not travel is none. */
function sound(made: object): Diagnosis[] {
  const read = diagnosisSchema.safeParse(made);
  return read.success ? [read.data] : [];
}
