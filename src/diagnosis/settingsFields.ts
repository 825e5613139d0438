/** The fields of the settings form that a diagnosis can point at. */
export const settingsFields = [
  'bucket',
  'region',
  'accessKeyId',
  'secretAccessKey',
  'endpoint',
  'forcePathStyle',
  'keyPrefix',
  'publicBaseUrl',
] as const;

/** A field of the settings form. */
export type SettingsField = (typeof settingsFields)[number];
