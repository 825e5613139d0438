/** A digest as text: `base64` as headers have it, `hex` as ETags do. */
export function digestText(digest: Uint8Array, form: 'base64' | 'hex'): string {
  if (form === 'base64') return btoa(String.fromCharCode(...digest));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
