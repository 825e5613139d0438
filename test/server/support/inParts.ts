import { createHash } from 'node:crypto';
import type { BodyOf, SentPart } from '../../../src/contract/index.ts';
import { type Role, saved, type SignedFile, type World } from './createWorld.ts';

/** The smallest part there may be: two of them and a bit make the film of the tests. */
export const partSize = 5 * 1024 ** 2;
const bytes = Buffer.alloc(2 * partSize + 7);
for (let index = 0; index < bytes.length; index++) bytes[index] = (index * 7 + (index >> 8)) % 256;
export const film = {
  bytes,
  size: bytes.length,
  parts: [1, 2, 3].map((number) => bytes.subarray((number - 1) * partSize, number * partSize)),
};

/** What a browser computes of a part, as S3 would tell its ETag. */
export const etagOf = (number: number) => createHash('md5').update(partOf(number)).digest('hex');
/** All three parts as they are told when they were sent. */
export const sent: SentPart[] = [1, 2, 3].map((number) => ({ number, etag: etagOf(number) }));

export function partOf(number: number): Buffer {
  const part = film.parts[number - 1];
  if (!part) throw new Error(`The film has no part ${number}.`);
  return part;
}

export function checksumOf(algorithm: 'sha256' | 'md5', number: number) {
  return { algorithm, value: createHash(algorithm).update(partOf(number)).digest('base64') };
}

/** Signs a film that goes in parts, in ticket 1; nothing is begun yet. */
export async function signFilm(
  world: World,
  file: Partial<SignedFile> = {},
  role: Role = 'agent',
): Promise<{ attachmentId: string }> {
  const { uploads } = await world.call(role, 'signUploads', {
    body: {
      ticketId: '1',
      files: [{ id: 'f', name: 'film.mp4', size: film.size, type: 'video/mp4', as: 'parts', ...file }],
    },
  });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed' || result.target.to !== 's3_parts')
    throw new Error(`Not for parts: ${JSON.stringify(result)}`);
  return { attachmentId: result.attachmentId };
}

type PartInputs = BodyOf<'createMultipart'>['parts'];

/** Begins the upload and gives the parts that were asked for, signed. */
export async function begin(
  world: World,
  params: { attachmentId: string },
  parts: PartInputs = [{ number: 1 }, { number: 2 }, { number: 3 }],
) {
  const begun = await world.call('agent', 'createMultipart', { params, body: { partSize, parts } });
  if (begun.status !== 'created') throw new Error(`To be sent whole: ${begun.reason}`);
  return begun.parts;
}

/** Sends a part as a browser does, after the preflight that it asks. */
export async function sendPart(
  world: World,
  { url, headers }: { url: string; headers: Record<string, string> },
  body: Uint8Array | string,
): Promise<Response> {
  const origin = 'https://desk.acme.test';
  const names = Object.keys(headers).sort().join(',');
  const asked = await world.s3(
    new Request(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        ...(names === '' ? {} : { 'access-control-request-headers': names }),
      },
    }),
  );
  if (!asked.ok) throw new Error('The browser may not send it.');
  return world.s3(
    new Request(url, {
      method: 'PUT',
      headers: { ...headers, origin },
      body: body as Uint8Array<ArrayBuffer>,
    }),
  );
}

/** Begins the film and sends these parts of it. */
export async function sendFilm(
  world: World,
  params: { attachmentId: string },
  numbers: readonly number[] = [1, 2, 3],
): Promise<void> {
  for (const part of await begin(world, params)) {
    if (!numbers.includes(part.number)) continue;
    const answer = await sendPart(world, part, partOf(part.number));
    if (answer.status !== 200) throw new Error(`Part ${part.number}: ${await answer.text()}`);
  }
}

/** Everything that S3 keeps: objects, and uploads with their parts. */
export async function leftInS3(world: World): Promise<string[]> {
  const objects = await world.s3.objects.list(`${saved.bucket}/`);
  return [...objects, ...(await world.s3.objects.list('.multipart/'))];
}

/** Lets the key list and abort too, and says so in the settings. */
export async function grantLargeFiles(world: World): Promise<void> {
  const [policy] = world.account.users[0]?.policies ?? [];
  if (!policy) throw new Error('No policy.');
  policy.document.Statement = [
    {
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      Resource: `arn:aws:s3:::${saved.bucket}/*`,
    },
  ];
  await world.configure({ largeFiles: true });
}
