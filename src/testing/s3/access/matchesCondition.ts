import type { PolicyCondition } from '../account/PolicyDocument.ts';
import { asList } from './asList.ts';
import { matchesPattern } from './matchesPattern.ts';

/** What a request offers to conditions, by lower-case key; a key that is missing is not there. */
export type ConditionContext = ReadonlyMap<string, string>;

/** Whether all conditions of a statement hold; an operator that the fake does not know holds never. */
export function matchesCondition(condition: PolicyCondition | undefined, context: ConditionContext): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator, context.get(key.toLowerCase()), asList(values).map(String), context),
    ),
  );
}

function holds(
  operator: string,
  actual: string | undefined,
  wanted: readonly string[],
  context: ConditionContext,
): boolean {
  const plain = operator.replace(/^For(AnyValue|AllValues):/, '');
  const ifExists = plain.endsWith('IfExists');
  const name = ifExists ? plain.slice(0, -'IfExists'.length) : plain;
  if (name === 'Null') return wanted.includes(String(actual === undefined));
  const negated = /Not/.test(name);
  if (actual === undefined) return ifExists || negated || operator.startsWith('ForAllValues:');
  const test = tests[name.replace('Not', '')];
  if (!test) return false;
  const some = wanted.some((value) => test(actual, filled(value, context)));
  return negated ? !some : some;
}

const tests: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  StringEquals: (a, w) => a === w,
  StringEqualsIgnoreCase: (a, w) => a.toLowerCase() === w.toLowerCase(),
  StringLike: (a, w) => matchesPattern(w, a),
  ArnEquals: (a, w) => matchesPattern(w, a),
  ArnLike: (a, w) => matchesPattern(w, a),
  Bool: (a, w) => a.toLowerCase() === w.toLowerCase(),
  NumericEquals: (a, w) => Number(a) === Number(w),
  NumericLessThan: (a, w) => Number(a) < Number(w),
  NumericLessThanEquals: (a, w) => Number(a) <= Number(w),
  NumericGreaterThan: (a, w) => Number(a) > Number(w),
  NumericGreaterThanEquals: (a, w) => Number(a) >= Number(w),
  DateEquals: (a, w) => moment(a) === moment(w),
  DateLessThan: (a, w) => moment(a) < moment(w),
  DateLessThanEquals: (a, w) => moment(a) <= moment(w),
  DateGreaterThan: (a, w) => moment(a) > moment(w),
  DateGreaterThanEquals: (a, w) => moment(a) >= moment(w),
  IpAddress: inNetwork,
};

/** Policy variables such as `${aws:username}`. */
function filled(value: string, context: ConditionContext): string {
  return value.replace(/\$\{([^}]+)\}/g, (whole, key: string) => context.get(key.toLowerCase()) ?? whole);
}

function moment(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function inNetwork(address: string, network: string): boolean {
  const [base = '', bits = '32'] = network.split('/');
  const a = ipv4(address);
  const b = ipv4(base);
  if (a === null || b === null) return address === base || network === '::/0';
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a / size) === Math.floor(b / size);
}

function ipv4(text: string): number | null {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
