'use client';
import type { StoredFile } from '../../hooks/index.ts';
import type { ListMessages } from './listMessages.ts';

/** Why a file did not come, as far as it is known; `null` where nothing is known to be wrong. */
export function missingReason(state: StoredFile['state'], words: ListMessages['list']): string | null {
  if (state.status === 'unreachable') return words.unreachable;
  if (state.status !== 'refused') return null;
  // To who may not list the bucket S3 says 403 of what is not there.
  return state.answer === 403 ? words.goneOrRefused : words.gone;
}
