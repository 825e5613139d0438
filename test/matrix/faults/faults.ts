import type { Fault } from '../Fault.ts';
import { buckets } from './bucket.ts';
import { bucketSettings } from './bucketSettings.ts';
import { clocks } from './clock.ts';
import { cors } from './cors.ts';
import { credentials } from './credentials.ts';
import { iamPolicies } from './iamPolicy.ts';
import { largeFiles } from './largeFiles.ts';
import { publicAccess } from './publicAccess.ts';
import { regions } from './region.ts';
import { requests } from './request.ts';
import { transfers } from './transfers.ts';
import { warnings } from './warnings.ts';

/** Every fault of `s3-faults.md`, section by section. */
export const faults: readonly Fault[] = [
  ...credentials,
  ...clocks,
  ...regions,
  ...buckets,
  ...iamPolicies,
  ...largeFiles,
  ...publicAccess,
  ...bucketSettings,
  ...cors,
  ...requests,
  ...transfers,
  ...warnings,
];
