import type { VerifiedBody } from './verifiedBody.ts';
import type { S3Call } from './S3Call.ts';

/** Streams a body into the storage; when the body was at fault, throws that fault whatever the storage made of it. */
export async function storeBody(call: S3Call, id: string, body: VerifiedBody): Promise<{ size: number }> {
  try {
    return await call.storage.put(id, body.stream);
  } catch (error) {
    throw body.fault() ?? error;
  }
}
