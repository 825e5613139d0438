'use client';
import type { Links, Settings } from '../../contract/index.ts';

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
  };
}

/** Version of settings; 0 while nothing is saved. */
export function versionOf(settings: Settings): number {
  return settings.status === 'not_configured' ? 0 : settings.version;
}

/** The access key that is saved; `null` where there is none. */
export function accessKeyOf(
  settings: Settings,
): Extract<Settings, { status: 'configured' | 'disabled' }> | null {
  return settings.status === 'configured' || settings.status === 'disabled' ? settings : null;
}

/** What is sent of the values: without what does not count. */
export function inputOf(values: SettingsValues, entersSecret: boolean) {
  const { secretAccessKey, publicBaseUrl, ...others } = values;
  return {
    ...others,
    // Links that are signed lead to S3 itself.
    publicBaseUrl: values.links === 'private' ? '' : publicBaseUrl,
    ...(entersSecret ? { secretAccessKey } : {}),
  };
}

/** How many of the fields under *Advanced* are not as the guide documents them; one that does not count is none. */
export function countAdvanced(values: SettingsValues): number {
  return advancedFields.filter((name) => {
    const value = values[name];
    if (name === 'links') return value === 'private';
    if (name === 'publicBaseUrl' && values.links === 'private') return false;
    return typeof value === 'string' ? value.trim() !== '' : value;
  }).length;
}
