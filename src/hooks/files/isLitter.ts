'use client';

const litter = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** True for what systems leave in folders and nobody means to send. */
export function isLitter(name: string): boolean {
  return litter.has(name.toLowerCase());
}
