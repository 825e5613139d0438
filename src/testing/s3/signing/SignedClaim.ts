import type { CredentialScope } from './CredentialScope.ts';

/** What a signed request says of itself, before anything of it is believed. */
export interface SignedClaim {
  kind: 'header' | 'presigned';
  scope: CredentialScope;
  signedHeaders: readonly string[];
  signature: string;
  /** As written, `20250131T235959Z`. */
  time: string;
  /** The same in ms. */
  signedAt: number;
  token: string | null;
  payloadHash: string;
}
