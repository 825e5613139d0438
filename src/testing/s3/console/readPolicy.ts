import { asList } from '../access/asList.ts';
import type { PolicyDocument, PolicyStatement } from '../account/PolicyDocument.ts';

const documentFields = ['Version', 'Id', 'Statement'];
const statementFields = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** A policy document that has the right shape, or what AWS says of one that has not. */
export type PolicyReading =
  | { document: PolicyDocument; statements: readonly PolicyStatement[] }
  | { problem: string };

/** Reads the shape of a policy document that every kind of policy shares; what the words mean is for the caller to check. */
export function readPolicy(jsonText: string): PolicyReading {
  let json: unknown;
  try {
    json = JSON.parse(jsonText);
  } catch {
    return { problem: "Policies must be valid JSON and the first byte must be '{'" };
  }
  if (!isRecord(json)) return { problem: "Policies must be valid JSON and the first byte must be '{'" };
  const unknown = Object.keys(json).find((field) => !documentFields.includes(field));
  if (unknown !== undefined) return { problem: `Unknown field ${unknown}` };
  if (json['Version'] !== undefined && json['Version'] !== '2012-10-17' && json['Version'] !== '2008-10-17') {
    return { problem: 'The policy must contain a valid version string' };
  }
  const list: readonly unknown[] = asList(json['Statement']);
  if (list.length === 0) return { problem: 'Missing required field Statement' };
  const sids = new Set<unknown>();
  for (const statement of list) {
    const problem = problemOf(statement);
    if (problem !== null) return { problem };
    const sid = isRecord(statement) ? statement['Sid'] : undefined;
    if (sid !== undefined && sids.has(sid)) return { problem: 'Duplicate statement IDs in policy' };
    sids.add(sid);
  }
  const document = json as unknown as PolicyDocument;
  return { document, statements: asList<PolicyStatement>(document.Statement) };
}

function problemOf(statement: unknown): string | null {
  if (!isRecord(statement)) return 'Invalid policy syntax.';
  const unknown = Object.keys(statement).find((field) => !statementFields.includes(field));
  if (unknown !== undefined) return `Unknown field ${unknown}`;
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } =
    statement;
  if (Effect === undefined) return 'Missing required field Effect';
  if (Effect !== 'Allow' && Effect !== 'Deny') return `Invalid effect: ${String(Effect)}`;
  if (Sid !== undefined && typeof Sid !== 'string') return 'Invalid policy syntax.';
  if (
    [Action ?? NotAction, Resource ?? NotResource].some((value) => value !== undefined && !isTexts(value))
  ) {
    return 'Invalid policy syntax.';
  }
  const principal = Principal ?? NotPrincipal;
  if (
    principal !== undefined &&
    principal !== '*' &&
    !(isRecord(principal) && Object.values(principal).every(isTexts))
  ) {
    return 'Invalid principal in policy';
  }
  if (Condition !== undefined && !(isRecord(Condition) && Object.values(Condition).every(isRecord)))
    return 'Invalid policy syntax.';
  return null;
}

/** Whether a parsed value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a parsed value is a text, or a list of at least one text and nothing else. */
export function isTexts(value: unknown): value is string | readonly string[] {
  if (typeof value === 'string') return true;
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
