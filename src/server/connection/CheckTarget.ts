import type { Links } from '../../contract/index.ts';
import type { Diagnosis } from '../../diagnosis/index.ts';
import type { AccessKey, S3Address } from '../s3/S3Connection.ts';

/** What is checked: values that may not be saved, with what a look at them says. */
export interface CheckTarget {
  address: S3Address;
  /** `null` where there is none to use. */
  accessKey: AccessKey | null;
  keyPrefix: string;
  links: Links;
  /** Where public links lead, without a slash at the end; empty: S3 itself; `null`: what was typed is no such address. */
  publicBaseUrl: string | null;
  /** The permissions for large files are to be asked for. */
  largeFiles: boolean;
  /** Of the page that asks. */
  origin: string;
  /** What is wrong with the values by their looks; certain ones keep S3 from being asked. */
  faults: Diagnosis[];
  warnings: Diagnosis[];
}
