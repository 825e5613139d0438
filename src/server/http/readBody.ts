import type { Route, RouteName } from '../../contract/index.ts';
import { refusals } from '../refusals.ts';
import { readBytes } from './readBytes.ts';

type Schema = Exclude<Route['body'], 'bytes' | undefined>;

const limits: Partial<Record<RouteName, number>> = {
  // A thousand files whose names are as long as may be, every character written as \uXXXX.
  signUploads: 8 * 1024 ** 2,
  // Ten thousand parts with the longest of ETags and checksums.
  completeUpload: 4 * 1024 ** 2,
};
const limit = 256 * 1024;

/**
 * Reads a JSON body that keeps the contract.
 *
 * @throws DiagnosisError `invalid_input` with paths and codes, never with values
 */
export async function readBody(request: Request, name: RouteName, schema: Schema): Promise<unknown> {
  const read = await readBytes(request, limits[name] ?? limit);
  if (read.status !== 'read') throw refusals.invalidInput([{ path: '', message: read.status }]);
  const parsed = schema.safeParse(parseJson(read.bytes));
  if (parsed.success) return parsed.data;
  throw refusals.invalidInput(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.').slice(0, 200),
      message: issue.message.slice(0, 200),
    })),
  );
}

function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    // What is no UTF-8 would be kept as something else than was sent.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The engine's message quotes the text, and the text may hold a secret.
    return undefined;
  }
}
