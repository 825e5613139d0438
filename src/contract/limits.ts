// Without zod: the engine plans by them.

/** The smallest part in bytes that S3 takes, except as the last one. Source: Amazon S3 User Guide, "Multipart upload limits". */
export const minPartSize = 5 * 1024 ** 2;
/** The most parts of one object, and the highest number of a part. Source: as above. */
export const maxParts = 10_000;
/** The largest object in bytes that one PUT may carry. Source: Amazon S3 User Guide, "Uploading objects". */
export const maxPutSize = 5 * 1024 ** 3;
