'use client';
import type { IconName } from '../primitives/Icon.tsx';

const byType: readonly (readonly [RegExp, IconName])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/zip|tar|compressed|archive/, 'archive'],
  [/csv|sheet|excel/, 'table'],
  [/^text\/|pdf|word|document|json|xml/, 'text'],
];

/** The picture for a kind of file. */
export function fileIcon(type: string): IconName {
  return byType.find(([pattern]) => pattern.test(type))?.[1] ?? 'file';
}
