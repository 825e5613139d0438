import { type ReadAtMost, readAtMost } from '../readAtMost.ts';

/** Reads a request's body, and never holds more than `maximum` bytes of it. */
export async function readBytes(request: Request, maximum: number): Promise<ReadAtMost> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maximum) return { status: 'too_large', size: announced };
  return readAtMost(request.body, maximum);
}
