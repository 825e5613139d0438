import { toBase64Url } from './base64.ts';

/** SHA-256 of a list of texts, in 43 characters of base64url. */
export async function digest(...texts: string[]): Promise<string> {
  // As JSON, so that no two lists run together into one text.
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
