'use client';
import type { Links, ServerKey, Settings } from '../../contract/index.ts';

/** The values of the form as they are typed. */
export interface SettingsValues {
  bucket: string;
  region: string;
  accessKeyId: string;
  /** Empty while the saved one stays. */
  secretAccessKey: string;
  endpoint: string;
  forcePathStyle: boolean;
  keyPrefix: string;
  links: Links;
  publicBaseUrl: string;
  largeFiles: boolean;
  /** Seconds. */
  linkLifetime: number;
}

/** The name of a field of the form. */
export type FieldName = keyof SettingsValues;

/** The fields in the order in which they stand on the page. */
export const fieldNames = [
  'bucket',
  'region',
  'accessKeyId',
  'secretAccessKey',
  'links',
  'linkLifetime',
  'publicBaseUrl',
  'keyPrefix',
  'endpoint',
  'forcePathStyle',
  'largeFiles',
] as const satisfies readonly FieldName[];

/** The fields that stand under *Advanced*. */
export const advancedFields: readonly FieldName[] = fieldNames.slice(4);

/** Whether the form has a field of this name. */
export function isFormField(name: string): name is FieldName {
  return fieldNames.some((field) => field === name);
}

/** How long a private link lasts where nothing else is chosen, in seconds. */
const usualLifetime = 900;

/** What the form shows of settings; of nothing saved, the defaults. */
export function valuesOf(settings: Settings): SettingsValues {
  const saved = settings.status === 'not_configured' ? null : settings;
  return {
    bucket: saved?.bucket ?? '',
    region: saved?.region ?? '',
    accessKeyId: accessKeyOf(settings)?.accessKeyId ?? '',
    secretAccessKey: '',
    endpoint: saved?.endpoint ?? '',
    forcePathStyle: saved?.forcePathStyle ?? false,
    keyPrefix: saved?.keyPrefix ?? '',
    links: saved?.links ?? 'public',
    publicBaseUrl: saved?.publicBaseUrl ?? '',
    largeFiles: saved?.largeFiles ?? false,
    linkLifetime: saved?.linkLifetime ?? usualLifetime,
  };
}

/** Version of settings; 0 while nothing is saved. */
export function versionOf(settings: Settings): number {
  return settings.status === 'not_configured' ? 0 : settings.version;
}

/** The access key that is saved; `null` where there is none. */
export function accessKeyOf(settings: Settings): Extract<Settings, { accessKeyId: string }> | null {
  return 'accessKeyId' in settings ? settings : null;
}

/** The access key that the server brings by itself; `null` where it is entered here. */
export function serverKeyOf(settings: Settings): ServerKey | null {
  return 'serverKey' in settings ? settings.serverKey : null;
}

/** Where the secret comes from: it is entered, the saved one stays, or the whole key is the server's. */
export type KeyMode = 'entered' | 'saved' | 'server';

/** What is sent of the values: without what does not count. */
export function inputOf(values: SettingsValues, key: KeyMode) {
  const { accessKeyId, secretAccessKey, publicBaseUrl, ...others } = values;
  return {
    ...others,
    // Links that are signed lead to S3 itself.
    publicBaseUrl: values.links === 'private' ? '' : publicBaseUrl,
    ...(key === 'server' ? {} : { accessKeyId }),
    ...(key === 'entered' ? { secretAccessKey } : {}),
  };
}

/** How many of the fields under *Advanced* are not as the guide documents them; one that does not count is none. */
export function countAdvanced(values: SettingsValues): number {
  return advancedFields.filter((name) => {
    const value = values[name];
    if (name === 'links') return value === 'private';
    if (name === 'publicBaseUrl' && values.links === 'private') return false;
    if (name === 'linkLifetime') return values.links === 'private' && value !== usualLifetime;
    return typeof value === 'string' ? value.trim() !== '' : Boolean(value);
  }).length;
}
