'use client';
import type { Attachment } from '../../contract/index.ts';

/** Whether every browser shows it as a picture, and nothing of it can run. */
export function isPicture({ type }: Pick<Attachment, 'type'>): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type);
}
