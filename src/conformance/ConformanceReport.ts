import type { RouteName } from '../contract/index.ts';

/** What a check is about: one route, or what holds for all of them. */
export type Subject = RouteName | 'every route';

/** What became of one check. */
export type CheckResult = { subject: Subject; sentence: string } & (
  | { status: 'passed' }
  /** The promise is not kept. */
  | { status: 'failed'; expected: string; came: string; hint?: string }
  /** It could not be looked at, because something before it fell short. */
  | { status: 'blocked'; reason: string }
  /** It was not asked for. */
  | { status: 'skipped'; reason: string }
);

/** What the suite found. */
export interface ConformanceReport {
  baseUrl: string;
  /** Nothing failed and nothing was blocked. */
  conforms: boolean;
  counts: Record<CheckResult['status'], number>;
  results: CheckResult[];
  /** What the reader should know beside it: what was changed, what is left behind. */
  notes: string[];
}
