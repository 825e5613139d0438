/** The rules of Amazon S3 for the names of buckets, as codes. */
const bucketNameRules = [
  /** Fewer than 3 characters. */
  'too_short',
  /** More than 63 characters. */
  'too_long',
  'capitals',
  'underscore',
  /** White space, or a line break. */
  'spaces',
  /** Any other character than lower-case letters, digits, dots and hyphens. */
  'characters',
  /** Begins with a dot or a hyphen. */
  'begins',
  /** Ends with a dot or a hyphen. */
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

const reserved = /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

const breaks: Record<BucketNameProblem, (name: string) => boolean> = {
  too_short: (name) => name.length < 3,
  too_long: (name) => name.length > 63,
  capitals: (name) => /\p{Lu}/u.test(name),
  underscore: (name) => name.includes('_'),
  spaces: (name) => /\s/.test(name),
  characters: (name) => /[^a-z\d.\-_\s\p{Lu}]/u.test(name),
  begins: (name) => /^[.-]/.test(name),
  ends: (name) => /[.-]$/.test(name),
  dots: (name) => name.includes('..'),
  address: (name) => /^\d+(?:\.\d+){3}$/.test(name),
  reserved: (name) => reserved.test(name),
};

/**
 * The rules that a name breaks, in the order of `bucketNameRules`; none for a name that AWS takes, and for an empty one. Source:
 * Amazon S3 User Guide, "General purpose bucket naming rules". A dot breaks no rule.
 */
export function bucketNameProblems(name: string): readonly BucketNameProblem[] {
  return name === '' ? [] : bucketNameRules.filter((rule) => breaks[rule](name));
}
