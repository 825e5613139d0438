'use client';
import { regions } from '../../../guide/index.ts';

/** The name that the AWS console shows for a region's code; empty for one that we do not know. */
export function regionName(code: string): string {
  return regions.find((region) => region.code === code)?.name ?? '';
}
