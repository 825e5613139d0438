import { saved, type World } from './createWorld.ts';

/** The ids of all uploads in parts that are open in the bucket, with those of their parts. */
export const uploadsOf = (world: World) => world.s3.objects.list(`.multipart/${saved.bucket}/`);
