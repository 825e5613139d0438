'use client';
import type { EditorLine } from './console/ConsoleEditor.tsx';
import type { PictureFacts } from './pictureMessages.ts';

/** The line of a document with the ARN of its `Resource`, in parts: what is long may be cut, the `/*` behind it never is. */
export function resourceLine(resource: string, { bucket, keyPrefix }: PictureFacts): EditorLine {
  const path = `/${keyPrefix}*`;
  return {
    arn: `      "${resource.slice(0, resource.length - path.length - bucket.length)}`,
    bucket: keyPrefix ? `${bucket}/${keyPrefix}` : bucket,
    tail: keyPrefix ? '*"' : '/*"',
  };
}
