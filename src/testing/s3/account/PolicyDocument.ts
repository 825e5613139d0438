/** A principal as a resource-based policy writes it: everybody, or lists by kind (`AWS`, `Service`, `CanonicalUser`). */
export type PolicyPrincipal = '*' | { readonly [kind: string]: string | readonly string[] };

/** Conditions by operator and key, e.g. `{ Bool: { 'aws:SecureTransport': 'false' } }`. */
export type PolicyCondition = {
  readonly [operator: string]: { readonly [key: string]: PolicyValue | readonly PolicyValue[] };
};

/** A value that a condition compares with; AWS takes numbers and booleans without quotes too. */
export type PolicyValue = string | number | boolean;

/** One statement of a policy. */
export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: PolicyPrincipal;
  NotPrincipal?: PolicyPrincipal;
  Action?: string | readonly string[];
  NotAction?: string | readonly string[];
  Resource?: string | readonly string[];
  NotResource?: string | readonly string[];
  Condition?: PolicyCondition;
}

/** An IAM policy document as the AWS console shows it: of a bucket, of a user, or of an organisation. */
export interface PolicyDocument {
  Version?: string;
  Id?: string;
  Statement: PolicyStatement | readonly PolicyStatement[];
}
