/** What an upload in parts is known by over a reload. */
export interface SessionIdentity {
  userId: string;
  /** Where the backend is: one origin may serve several. */
  baseUrl: string;
  ticketId: string;
  draftId: string | undefined;
  file: File;
  signal?: AbortSignal | undefined;
}

/** Bytes that are read at the beginning, in the middle and at the end. */
const sample = 64 * 1024;

/**
 * The key under which an upload in parts is remembered: SHA-256, in hex, over whose it is, where it goes, and what the file is
 * by its name, type, size, date of change and three samples of its content. Rejects when the file cannot be read, and with the signal's reason.
 */
export async function sessionKey({
  userId,
  baseUrl,
  ticketId,
  draftId,
  file,
  signal,
}: SessionIdentity): Promise<string> {
  signal?.throwIfAborted();
  // The date too: of a large file that was changed where no sample looks, S3 would be given two halves that do not fit.
  const { size, name, type, lastModified } = file;
  const places = new Set([0, Math.max(0, Math.floor((size - sample) / 2)), Math.max(0, size - sample)]);
  const samples = await Promise.all([...places].map((at) => file.slice(at, at + sample).arrayBuffer()));
  signal?.throwIfAborted();
  const about = JSON.stringify([userId, baseUrl, ticketId, draftId ?? null, name, type, size, lastModified]);
  const bytes = await new Blob([about, '\0', ...samples]).arrayBuffer();
  const digest = new Uint8Array(await sha256(bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sha256(bytes: ArrayBuffer): Promise<ArrayBuffer | Uint8Array> {
  // Only a secure context has `subtle`.
  if (globalThis.crypto?.subtle) return crypto.subtle.digest('SHA-256', bytes);
  const { createSha256 } = await import('../hash/createSha256.ts');
  const digest = createSha256();
  digest.update(new Uint8Array(bytes));
  return digest.digest();
}
