/** The digests that S3 takes of a body. */
export type HashAlgorithm = 'sha256' | 'crc32' | 'md5';

/** Computes a digest without holding the file: it is read in slices, away from the page's own thread where that can be. Rejects when the file cannot be read, and with the signal's reason. */
export type Hash = (algorithm: HashAlgorithm, body: Blob, signal: AbortSignal) => Promise<Uint8Array>;
