import { bucketNameProblems } from './bucketNameProblems.ts';
import { partitionOf } from './partitionOf.ts';
import type { GuideStep } from './steps.ts';

/** What a place in the console depends on. */
export interface ConsoleFacts {
  /** May be empty, or not a name yet: then the place is the list of buckets, or of users. */
  bucket: string;
  /** May be empty: then the console opens in the region that was used last. */
  region: string;
  /** With private links the first two permissions are looked at, not edited. @default 'public' */
  links?: 'public' | 'private';
}

const hosts = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
} as const;

/** Leads to the console's page of a tool that can do the whole set-up. */
export function toolUrl(tool: 'cloudshell' | 'cloudformation', region: string): string {
  return `https://${hosts[partitionOf(region)]}/${tool}/home?region=${encodeURIComponent(region)}`;
}

/**
 * Leads to the page of the AWS console where a step is done, for this bucket, region and partition. The user is looked for under
 * the bucket's name, as the guide names it. AWS keeps old addresses working, but promises none: the words of the step lead there too.
 */
export function consoleUrl(step: GuideStep, { bucket, region, links = 'public' }: ConsoleFacts): string {
  const named = bucket !== '' && bucketNameProblems(bucket).length === 0;
  const here = /^[a-z\d-]{2,32}$/.test(region) ? { region } : undefined;
  const at = (path: string, query: Record<string, string> = {}, hash = '') => {
    const text = new URLSearchParams({ ...here, ...query }).toString();
    return `https://${hosts[partitionOf(region)]}${path}${text ? `?${text}` : ''}${hash && `#${hash}`}`;
  };
  const general = { bucketType: 'general' };
  const name = encodeURIComponent(bucket);
  const list = at('/s3/buckets', general);
  const permissions = named ? at(`/s3/buckets/${name}`, { ...general, tab: 'permissions' }) : list;
  const edit = (property: string) =>
    named ? at(`/s3/bucket/${name}/property/${property}/edit`, general) : list;
  const places: Record<GuideStep, string> = {
    'create-bucket': at('/s3/bucket/create', general),
    'public-access': links === 'private' ? permissions : edit('bpa'),
    'bucket-policy': links === 'private' ? permissions : edit('policy'),
    cors: edit('cors'),
    'iam-policy': at('/iam/home', {}, '/policies/create'),
    'iam-user': at('/iam/home', {}, '/users/create'),
    'access-key': at(
      '/iam/home',
      {},
      named ? `/users/details/${name}?section=security_credentials` : '/users',
    ),
  };
  return places[step];
}
