import { S3Fault, accessDenied } from '../wire/S3Fault.ts';
import { fromBase64 } from '../wire/bytes.ts';

/** The signed document of a form upload, read. */
export interface PostPolicy {
  /** ms */
  expiration: number;
  conditions: readonly PostCondition[];
}

/** One promise about the form: a field's value or beginning, or the size of the file. */
type PostCondition =
  | { kind: 'eq' | 'starts-with'; field: string; value: string; text: string }
  | { kind: 'content-length-range'; min: number; max: number };

/** Reads the base64 JSON of a `policy` field; throws InvalidPolicyDocument when it is none. */
export function parsePostPolicy(encoded: string): PostPolicy {
  const bytes = fromBase64(encoded);
  let json: unknown = null;
  try {
    json = bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
  } catch {
    json = null;
  }
  if (typeof json !== 'object' || json === null) throw invalid('Invalid JSON.');
  if (!('expiration' in json) || typeof json.expiration !== 'string')
    throw invalid('Policy missing expiration.');
  const expiration = Date.parse(json.expiration);
  if (Number.isNaN(expiration)) throw invalid(`Invalid 'expiration' value: '${json.expiration}'`);
  if (!('conditions' in json) || !Array.isArray(json.conditions)) throw invalid('Policy missing conditions.');
  return { expiration, conditions: json.conditions.flatMap(readCondition) };
}

/** Throws unless the fields of the form are exactly what the policy promises; the bucket counts as a field. */
export function checkPostPolicy(policy: PostPolicy, fields: ReadonlyMap<string, string>, now: number): void {
  if (policy.expiration <= now) throw accessDenied('Invalid according to Policy: Policy expired.');
  const covered = new Set<string>();
  for (const condition of policy.conditions) {
    if (condition.kind === 'content-length-range') continue;
    const value = fields.get(condition.field) ?? '';
    const holds =
      condition.kind === 'eq'
        ? value === condition.value
        : startsWith(condition.field, value, condition.value);
    if (!holds) throw accessDenied(`Invalid according to Policy: Policy Condition failed: ${condition.text}`);
    covered.add(condition.field);
  }
  const free = ['policy', 'x-amz-signature', 'file', 'bucket'];
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !free.includes(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0)
    throw accessDenied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`);
}

/** Throws when the file is larger or smaller than the policy allows. */
export function checkPostSize(policy: PostPolicy, size: number): void {
  for (const condition of policy.conditions) {
    if (condition.kind !== 'content-length-range') continue;
    if (size > condition.max) {
      throw new S3Fault(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
        ProposedSize: size,
        MaxSizeAllowed: condition.max,
      });
    }
    if (size < condition.min) {
      throw new S3Fault(
        400,
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
        {
          ProposedSize: size,
          MinSizeAllowed: condition.min,
        },
      );
    }
  }
}

function readCondition(condition: unknown): PostCondition[] {
  if (Array.isArray(condition)) {
    const [kind, first, second] = condition as unknown[];
    if (kind === 'content-length-range') {
      if (!Number.isInteger(Number(first)) || !Number.isInteger(Number(second)))
        throw invalid('Invalid content-length-range.');
      return [{ kind, min: Number(first), max: Number(second) }];
    }
    if (
      (kind === 'eq' || kind === 'starts-with') &&
      typeof first === 'string' &&
      first.startsWith('$') &&
      typeof second === 'string'
    ) {
      return [
        {
          kind,
          field: first.slice(1).toLowerCase(),
          value: second,
          text: JSON.stringify(condition).replaceAll(',', ', '),
        },
      ];
    }
    throw invalid(`Invalid Condition: ${JSON.stringify(condition)}`);
  }
  if (typeof condition !== 'object' || condition === null) throw invalid('Invalid Condition.');
  return Object.entries(condition).map(([field, value]) => {
    if (typeof value !== 'string') throw invalid(`Invalid Simple-Condition: value must be a string.`);
    return { kind: 'eq', field: field.toLowerCase(), value, text: `["eq", "$${field}", "${value}"]` };
  });
}

/** A list of content types must begin so in each of its entries. */
function startsWith(field: string, value: string, beginning: string): boolean {
  const values = field === 'content-type' ? value.split(',') : [value];
  return values.every((one) => one.startsWith(beginning));
}

function invalid(what: string): S3Fault {
  return new S3Fault(400, 'InvalidPolicyDocument', `Invalid Policy: ${what}`);
}
