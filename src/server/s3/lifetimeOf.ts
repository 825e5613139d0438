import type { AccessKey } from './S3Connection.ts';

/** Seconds for which what is signed now can be used: as many as were asked for, and no more than the key has left. */
export function lifetimeOf({ expiresAt }: Pick<AccessKey, 'expiresAt'>, seconds: number, now: Date): number {
  if (!expiresAt) return seconds;
  return Math.max(1, Math.min(seconds, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)));
}
