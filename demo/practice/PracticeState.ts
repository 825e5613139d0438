/** The parts of the practice account that its console shows as documents, in the order of the guide. */
export const practiceSections = [
  'bucket',
  'public-access',
  'bucket-policy',
  'cors',
  'iam-policy',
  'access-keys',
] as const;

/** A part of the practice account. */
export type PracticeSection = (typeof practiceSections)[number];

/** The steps of the guide, and the places of the console where they are done. */
export const practiceSteps = [
  'create-bucket',
  'public-access',
  'bucket-policy',
  'cors',
  'iam-policy',
  'iam-user',
  'access-key',
] as const;

/** A step of the guide. */
export type PracticeStep = (typeof practiceSteps)[number];

/** How the account began: set up as the guide says, to be broken and mended, or with nothing in it, to be set up. */
export type PracticeBeginning = 'documented' | 'empty';

/** One part as the console shows it. */
export interface SectionState {
  /** JSON; empty where there is no document. */
  text: string;
  /** It says what the guide says, perhaps in other words. */
  asDocumented: boolean;
}

/** An object in the bucket. */
export interface StoredObject {
  key: string;
  /** Bytes. */
  size: number;
  type: string;
  /** ISO 8601 date and time. */
  lastModified: string;
}

/** An access key as IAM lists it: its secret was shown once. */
export interface AccessKeyState {
  accessKeyId: string;
  status: 'Active' | 'Inactive';
  /** Its description tag; may be empty. */
  description: string;
}

/** What the practice console shows. */
export interface PracticeState {
  began: PracticeBeginning;
  /** The four values to enter, as far as they are there; the secret only where the account began as documented. */
  values: Record<'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey', string | null>;
  /** Where the practice S3 listens. */
  endpoint: string;
  /** Where buckets can be created. */
  regions: { code: string; name: string }[];
  /** Everything that there is, oldest first. */
  buckets: { name: string; region: string }[];
  policies: { name: string; users: string[] }[];
  users: { name: string; policies: string[] }[];
  /** What is open: its name; unless asked otherwise, the newest. */
  bucket: string | null;
  policy: string | null;
  user: string | null;
  /** The documents of what is open; `null` while there is nothing that could have one. */
  sections: Record<PracticeSection, SectionState | null>;
  /** Of the user that is open. */
  accessKeys: AccessKeyState[];
  /** Whether each step was done as documented. */
  steps: Record<PracticeStep, boolean>;
  /** In the bucket that is open. */
  objects: StoredObject[];
}

/** A new access key: this answer alone tells its secret. */
export interface NewAccessKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** A switch of Block Public Access. */
export const publicAccessSwitches = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;
