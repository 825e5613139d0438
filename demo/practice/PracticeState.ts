/** The parts of the practice account that its console shows, in the order of the guide. */
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

/** What the practice console shows. */
export interface PracticeState {
  /** The four values as they were printed at the start. */
  values: { bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
  /** Where the practice S3 listens. */
  endpoint: string;
  /** Name of the IAM user. */
  user: string;
  sections: Record<PracticeSection, SectionState>;
  objects: StoredObject[];
}

/** A switch of Block Public Access. */
export const publicAccessSwitches = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;
