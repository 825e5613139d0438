/** The steps of the set-up, in the order in which an administrator does them. Permanent: links point at them. */
export const guideSteps = [
  'create-bucket',
  'public-access',
  'bucket-policy',
  'cors',
  'iam-policy',
  'iam-user',
  'access-key',
] as const;

/** One step of the set-up guide. */
export type GuideStep = (typeof guideSteps)[number];

/** The parts of the three documents that a diagnosis can point at, as AWS spells them. */
export const documentParts = {
  'bucket-policy': ['Principal', 'Action', 'Resource'],
  cors: ['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders'],
  'iam-policy': ['Action', 'Resource'],
} as const satisfies Partial<Record<GuideStep, readonly string[]>>;

/** A step that has a JSON document to paste into the AWS console. */
export type DocumentStep = keyof typeof documentParts;
