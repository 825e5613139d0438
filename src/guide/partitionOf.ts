/** The part of AWS that a region belongs to, as ARNs name it. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/** The partition of a region by its code; a code that is unknown, or none yet, is taken for the commercial one. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
