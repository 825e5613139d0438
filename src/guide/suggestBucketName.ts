import { bucketNameProblems } from './bucketNameProblems.ts';

/** The nearest name that AWS takes; `null` where none comes out, or the name is good as it is. */
export function suggestBucketName(name: string): string | null {
  const suggestion = name.toLowerCase().replace(/[\s_]+/g, '-');
  return bucketNameProblems(suggestion).length === 0 && suggestion !== name ? suggestion : null;
}
