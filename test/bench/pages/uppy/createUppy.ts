import AwsS3, { type AwsBody } from '@uppy/aws-s3';
import Uppy, { type Meta } from '@uppy/core';
import type { Config } from '../shared/Config.ts';
import { postJson } from '../shared/postJson.ts';

/*
 * As uppy.io, "AWS S3", has it for a backend of one's own: `signRequest`, one request each (there is no way to have many
 * signed at once). `limit` is its default of six. Its parts go one after another, so larger ones lose less time: 50 MiB
 * by `getChunkSize` instead of its 5 MiB. It tries again by itself (three times) and gives up what does not move for 30 s;
 * neither can be set through the plugin.
 */
export function createUppy({ api, parts, listOnly }: Config) {
  return new Uppy<Meta, AwsBody>({ autoProceed: !listOnly }).use(AwsS3, {
    limit: 6,
    shouldUseMultipart: parts,
    getChunkSize: () => 50 * 1024 ** 2,
    signRequest: (request) => postJson<{ url: string }>(`${api}/sign`, request),
  });
}
