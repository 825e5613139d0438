import type { BodyOf, ResponseOf } from '../../contract/index.ts';
import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { Blocked, Shortfall } from '../Shortfall.ts';
import type { FileInput, World } from '../World.ts';

const about = { subject: 'signUploads', people: ['writer'] } as const;
const photo: FileInput = { id: 'f', name: 'photo.png', size: 5, type: 'image/png' };

type Body = BodyOf<'signUploads'>;

/** Bodies that are well formed and still ask for what is not given. */
const unfit: readonly [why: string, over: () => Partial<Body>][] = [
  ['no files', () => ({ files: [] })],
  [
    'more than a thousand files',
    () => ({ files: Array.from({ length: 1001 }, (_, index) => ({ ...photo, id: `f${index}` })) }),
  ],
  ['two files of one id', () => ({ files: [photo, { ...photo, name: 'other.png' }] })],
  ['a name of more than 1024 characters', () => ({ files: [{ ...photo, name: 'x'.repeat(1025) }] })],
  ['a name without characters', () => ({ files: [{ ...photo, name: '' }] })],
  ['a size below zero', () => ({ files: [{ ...photo, size: -1 }] })],
  ['a size with a fraction', () => ({ files: [{ ...photo, size: 1.5 }] })],
  ['an id with a slash', () => ({ files: [{ ...photo, id: 'a/b' }] })],
  ['a ticket id with dots', () => ({ ticketId: '../1' })],
  [
    'an attachment that is asked for twice',
    () => ({
      files: [
        { ...photo, attachmentId: 'a' },
        { ...photo, id: 'g', attachmentId: 'a' },
      ],
    }),
  ],
  [
    'a checksum that is none of its algorithm',
    () => ({
      files: [{ ...photo, checksum: { algorithm: 'sha256', value: 'AAAAAA==' } }],
    }),
  ],
];

/** What can be asked for, and how it is answered. */
export const signingChecks: readonly Check[] = [
  ...unfit.map(
    ([why, over]): Check => ({
      ...about,
      sentence: `answers 422 for ${why}`,
      run: async (world) => {
        const body = { ticketId: world.ticketId, files: [photo], ...over() };
        requireRefusal(await world.call(world.writer, 'signUploads', { body }), ['invalid_input']);
      },
    }),
  ),
  {
    ...about,
    sentence: 'answers each file once, by the id that it came with, with an attachment of its own',
    run: async (world) => {
      const names = ['one.png', 'same.png', 'same.png', 'four.txt', 'five.pdf'];
      const files = names.map((name, index) => ({ ...photo, id: `id-${index}`, name }));
      const uploads = await ask(world, files);
      const ids = uploads.map(({ id }) => id).sort();
      const expected = files.map(({ id }) => id).sort();
      if (ids.join() !== expected.join()) throw new Shortfall(expected.join(', '), ids.join(', '));
      if (new Set(uploads.map(attachmentIdOf)).size !== files.length)
        throw new Shortfall('five attachments', JSON.stringify(uploads.map(attachmentIdOf)));
    },
  },
  {
    ...about,
    sentence: 'gives each file its own place: what is signed for an id is the file of that id',
    people: ['writer'],
    when: 'database',
    run: async (world) => {
      // Sizes tell them apart: a place takes as many bytes as it was signed for.
      const files = [3, 5, 7].map((size) => ({ ...photo, id: `of-${size}`, size }));
      const uploads = await ask(world, files);
      for (const { id, size } of files) {
        const attachmentId = attachmentIdOf(uploads.find((upload) => upload.id === id));
        const input = { params: { attachmentId }, raw: 'x'.repeat(size) };
        const { status } = await world.call(world.writer, 'uploadContent', input);
        if (status !== 204)
          throw new Shortfall(
            `${size} bytes go where ${id} was signed for`,
            `${status}`,
            'Were the ids mixed up?',
          );
      }
    },
  },
  {
    ...about,
    sentence: 'refuses a file that is too large by itself, and signs the others',
    run: async (world) => {
      const files = [photo, { ...photo, id: 'large', size: 6 * 1024 ** 4 }];
      const uploads = await ask(world, files);
      const large = uploads.find(({ id }) => id === 'large')?.result;
      const small = uploads.find(({ id }) => id === 'f')?.result;
      const code =
        large?.status === 'refused' && large.verdict.detail === 'full' && large.verdict.diagnosis.code;
      if (code !== 'file_too_large' || small?.status !== 'signed')
        throw new Shortfall(
          'large: refused with file_too_large, f: signed',
          JSON.stringify({ large, small }).slice(0, 300),
        );
    },
  },
  {
    ...about,
    sentence: 'signs the same attachment again for who asked before',
    run: async (world) => {
      const { attachmentId } = await world.sign(photo);
      const again = attachmentIdOf((await ask(world, [{ ...photo, attachmentId }]))[0]);
      if (again !== attachmentId) throw new Shortfall(`attachment ${attachmentId}`, `attachment ${again}`);
    },
  },
  {
    ...about,
    sentence:
      'gives the same attachments again for the same Idempotency-Key, and 422 for another body with it',
    run: async (world) => {
      const headers = { 'idempotency-key': `conformance-${Math.random().toString(36).slice(2)}` };
      const send = (file: FileInput) =>
        world.call(world.writer, 'signUploads', {
          body: { ticketId: world.ticketId, files: [file] },
          headers,
        });
      const ids = [await send(photo), await send(photo)].map((answer) =>
        attachmentIdOf(readAnswer('signUploads', answer).uploads[0]),
      );
      if (ids[0] !== ids[1]) throw new Shortfall('one attachment for one key', `${ids[0]} and ${ids[1]}`);
      requireRefusal(
        await send({ ...photo, name: 'other.png' }),
        ['invalid_input'],
        'Its key was used for another body.',
      );
    },
  },
  {
    ...about,
    sentence: 'signs an attachment of somebody else’s for nobody',
    people: ['writer', 'other'],
    run: async (world) => {
      const { attachmentId } = await world.sign(photo);
      const body = { ticketId: world.otherTicketId, files: [{ ...photo, attachmentId }] };
      const { uploads } = readAnswer('signUploads', await world.call('other', 'signUploads', { body }));
      if (attachmentIdOf(uploads[0]) === attachmentId)
        throw new Shortfall('another attachment', 'the one of the first person');
    },
  },
];

async function ask(world: World, files: FileInput[]): Promise<ResponseOf<'signUploads'>['uploads']> {
  const body = { ticketId: world.ticketId, files };
  return readAnswer('signUploads', await world.call(world.writer, 'signUploads', { body })).uploads;
}

function attachmentIdOf(upload: ResponseOf<'signUploads'>['uploads'][number] | undefined): string {
  if (upload?.result.status !== 'signed')
    throw new Blocked(`a file was not signed: ${JSON.stringify(upload)}`);
  return upload.result.attachmentId;
}
