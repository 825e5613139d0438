import type { Diagnosis, DiagnosisCode, Where } from '../../src/diagnosis/index.ts';

/** What the first candidate must say of a fault. */
export interface Expectation {
  code: DiagnosisCode;
  /** All places in their order, as `placeText` writes them. Faults that S3 answers alike share one list: "one of these". */
  where: readonly string[];
}

/** What was said of one fault. */
export interface MatrixRow {
  /** In the words of `s3-faults.md`. */
  fault: string;
  expected: Expectation;
  /** The first candidate; `null` when nothing was said. */
  said: Diagnosis | null;
  /** How many questions deep S3 was asked, one after another. */
  rounds: number;
  /** Requests to S3 and STS in all. */
  requests: number;
}

/** `field:region`, `step:iam-policy:Action`, `elsewhere:clock`. */
export function placeText(place: Where): string {
  if (place.kind === 'field') return `field:${place.field}`;
  if (place.kind === 'elsewhere') return `elsewhere:${place.place}`;
  return place.part ? `step:${place.step}:${place.part}` : `step:${place.step}`;
}

/** A place, or several, for a table. */
export function placesText(places: readonly string[]): string {
  return places.map((place) => place.replace(/^\w+:/, '')).join(', ');
}
