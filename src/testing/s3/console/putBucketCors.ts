import type { CorsRule, FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { findOwnBucket } from './findOwnBucket.ts';
import { isRecord, isTexts } from './readPolicy.ts';

const fields = ['ID', 'AllowedHeaders', 'AllowedMethods', 'AllowedOrigins', 'ExposeHeaders', 'MaxAgeSeconds'];
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

/** Saves a CORS configuration as the S3 console does, with its refusals; an empty text or list removes it. */
export function putBucketCors(account: FakeAccount, bucketName: string, jsonText: string): ConsoleAnswer {
  const found = findOwnBucket(account, bucketName);
  if ('refusal' in found) return found.refusal;
  let json: unknown = [];
  try {
    if (jsonText.trim() !== '') json = JSON.parse(jsonText);
  } catch {
    return malformed();
  }
  if (!Array.isArray(json)) return malformed();
  const rules: unknown[] = json;
  if (rules.length > 100)
    return refused(
      'InvalidRequest',
      'The number of CORS rules should not exceed allowed limit of 100 rules.',
    );
  for (const rule of rules) {
    if (!isRule(rule)) return malformed();
    const problem = problemOf(rule);
    if (problem !== null) return refused('InvalidRequest', problem);
  }
  found.bucket.cors = rules.length === 0 ? null : rules.filter(isRule);
  return { ok: true };
}

function isRule(rule: unknown): rule is CorsRule {
  if (!isRecord(rule) || !Object.keys(rule).every((field) => fields.includes(field))) return false;
  const { ID, AllowedHeaders, AllowedMethods, AllowedOrigins, ExposeHeaders, MaxAgeSeconds } = rule;
  const isList = (value: unknown) => Array.isArray(value) && (value.length === 0 || isTexts(value));
  return (
    isList(AllowedMethods) &&
    isTexts(AllowedMethods) &&
    isList(AllowedOrigins) &&
    isTexts(AllowedOrigins) &&
    (AllowedHeaders === undefined || isList(AllowedHeaders)) &&
    (ExposeHeaders === undefined || isList(ExposeHeaders)) &&
    (ID === undefined || typeof ID === 'string') &&
    (MaxAgeSeconds === undefined || (typeof MaxAgeSeconds === 'number' && Number.isInteger(MaxAgeSeconds)))
  );
}

function problemOf(rule: CorsRule): string | null {
  const method = rule.AllowedMethods.find((one) => !methods.includes(one));
  if (method !== undefined)
    return `Found unsupported HTTP method in CORS config. Unsupported method is ${method}`;
  const origin = rule.AllowedOrigins.find(hasTwoStars);
  if (origin !== undefined) return `AllowedOrigin "${origin}" can not have more than one wildcard.`;
  const header = rule.AllowedHeaders?.find(hasTwoStars);
  if (header !== undefined) return `AllowedHeader "${header}" can not have more than one wildcard.`;
  const exposed = rule.ExposeHeaders?.find((one) => one.includes('*'));
  if (exposed !== undefined) {
    return `ExposeHeader "${exposed}" contains wildcard. We currently do not support wildcard for ExposeHeader.`;
  }
  return null;
}

function hasTwoStars(text: string): boolean {
  return text.split('*').length > 2;
}

function malformed(): ConsoleAnswer {
  return refused(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
