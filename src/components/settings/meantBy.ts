'use client';
import { readPastedBucket, type Region, regions } from '../../guide/index.ts';
import type { FieldName, SettingsValues } from './settingsValues.ts';

/** The regions whose code or name holds every word of a text. */
export function regionsMatching(text: string): Region[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return regions.filter(({ code, name }) =>
    words.every((word) => code.includes(word) || name.toLowerCase().includes(word)),
  );
}

/** The values that a finished one stands for, where it is written in another way; `null` where it stands for itself. */
export function meantBy(field: FieldName, text: string): Partial<SettingsValues> | null {
  const value = text.trim();
  if (value === '') return null;
  if (field === 'bucket') return readPastedBucket(value);
  if (field === 'region') {
    const [only, ...others] = regionsMatching(value);
    return only && others.length === 0 && only.code !== value ? { region: only.code } : null;
  }
  if (field === 'keyPrefix') {
    const folders = `${value.replace(/^\/+|\/+$/g, '')}/`;
    return folders === value ? null : { keyPrefix: folders };
  }
  return null;
}
