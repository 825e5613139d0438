/** The storage id of an object. */
export function objectId(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** The storage id of an open multipart upload, or of one of its parts; no bucket name starts with a dot. */
export function uploadId(bucket: string, upload: string, part?: number): string {
  const id = `.multipart/${bucket}/${upload}`;
  return part === undefined ? id : `${id}/${String(part).padStart(5, '0')}`;
}
