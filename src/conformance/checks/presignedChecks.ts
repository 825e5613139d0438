import { type Checksum, minPartSize, type UploadTarget } from '../../contract/index.ts';
import type { Check } from '../Check.ts';
import { pages } from '../contents.ts';
import { readDisposition } from '../readDisposition.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { Shortfall } from '../Shortfall.ts';
import type { FileChoice, World } from '../World.ts';

const about = { subject: 'signUploads', people: ['writer'], when: 's3' } as const;

type PutTarget = Extract<UploadTarget, { to: 's3' }>;

async function signPut(world: World, file: FileChoice = {}): Promise<PutTarget> {
  const { target } = await world.sign(file);
  if (target.to !== 's3') throw new Shortfall('target s3', `target ${target.to}`);
  return target;
}

const signedIn = (url: string) =>
  (new URL(url).searchParams.get('X-Amz-SignedHeaders') ?? '').toLowerCase().split(';');

function requireSigned(url: string, header: string): void {
  if (!signedIn(url).includes(header))
    throw new Shortfall(
      `${header} among X-Amz-SignedHeaders`,
      signedIn(url).join(', ') || 'no such parameter',
    );
}

const sha256: Checksum = { algorithm: 'sha256', value: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=' };

/** What is signed for S3, looked at without sending anything there. */
export const presignedChecks: readonly Check[] = [
  {
    ...about,
    sentence: 'presigns a PUT with an end: X-Amz-Expires is expiresIn, at most a week',
    run: async (world) => {
      const { url, expiresIn, method } = await signPut(world);
      const signedFor = new URL(url).searchParams.get('X-Amz-Expires');
      if (method !== 'PUT' || signedFor !== String(expiresIn) || expiresIn > 604_800)
        throw new Shortfall(
          `PUT with X-Amz-Expires=${expiresIn}`,
          `${method} with X-Amz-Expires=${signedFor}`,
        );
    },
  },
  {
    ...about,
    sentence: 'signs the size, so that S3 takes no other (content-length)',
    run: async (world) => requireSigned((await signPut(world)).url, 'content-length'),
  },
  {
    ...about,
    sentence: 'signs the headers that are to be sent',
    run: async (world) => {
      const { url, headers } = await signPut(world, { name: 'page.html', type: 'text/html' });
      for (const name of Object.keys(headers)) requireSigned(url, name.toLowerCase());
    },
  },
  {
    ...about,
    sentence: 'lets no file run as a page from its link: html, svg and xml are stored as downloads',
    run: async (world) => {
      for (const [name, type] of pages) {
        const { headers } = await signPut(world, { name, type });
        const sent = new Map(Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]));
        const disposition = sent.get('content-disposition') ?? 'none';
        if (readDisposition(disposition)?.type !== 'attachment')
          throw new Shortfall('content-disposition: attachment', `${disposition} for ${name}`);
      }
    },
  },
  {
    ...about,
    sentence: 'signs the checksum that the browser has computed',
    run: async (world) => {
      const { url, headers } = await signPut(world, { checksum: sha256 });
      if (headers['x-amz-checksum-sha256'] !== sha256.value)
        throw new Shortfall(`x-amz-checksum-sha256: ${sha256.value}`, JSON.stringify(headers));
      requireSigned(url, 'x-amz-checksum-sha256');
    },
  },
  {
    ...about,
    sentence: 'gives every attachment a key that nobody can guess',
    run: async (world) => {
      const files = [await signPut(world), await signPut(world)];
      const [one = '', other = ''] = files.map(({ url }) => new URL(url).pathname);
      if (one === other) throw new Shortfall('two keys for two files of one name', 'one key');
      // 128 bits are 22 characters of base64url, 32 of hex.
      if (!one.split('/').some((part) => /^[\w-]{20,}$/.test(part)))
        throw new Shortfall('a part of the key with 128 random bits', one);
    },
  },
  {
    ...about,
    sentence: 'leaves a file that goes in parts to createMultipart',
    run: async (world) => {
      const { target } = await world.sign({ as: 'parts', size: minPartSize + 1 });
      if (target.to !== 's3_parts') throw new Shortfall('target s3_parts', `target ${target.to}`);
    },
  },
  {
    subject: 'uploadContent',
    people: ['writer'],
    when: 's3',
    sentence: 'takes no bytes for what was signed for S3: 404',
    run: async (world) => {
      const { attachmentId } = await world.sign();
      const input = { params: { attachmentId }, raw: 'hello' };
      requireRefusal(await world.call(world.writer, 'uploadContent', input), ['not_found']);
    },
  },
];
