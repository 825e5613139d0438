import { minPartSize } from '../../contract/index.ts';
import type { Check } from '../Check.ts';
import { everyByte, requireBytes } from '../contents.ts';
import { requireStatus } from '../Answer.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { noAttachment } from '../routeRows.ts';
import { sendToS3 } from '../sendToS3.ts';
import { Blocked, Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';
import { readLink } from './s3Checks.ts';

const writer = ['writer'] as const;
const size = minPartSize + 1000;
const film = { name: 'film.mp4', type: 'video/mp4', size, as: 'parts' } as const;

/** Bodies that no upload in parts can have. */
const unfit: readonly [subject: 'createMultipart' | 'signParts', why: string, body: object][] = [
  ['createMultipart', 'parts smaller than S3 takes', { partSize: minPartSize - 1, parts: [] }],
  ['createMultipart', 'a part without a number', { partSize: minPartSize, parts: [{}] }],
  ['signParts', 'no parts', { parts: [] }],
  ['signParts', 'part 0', { parts: [{ number: 0 }] }],
  ['signParts', 'part 10,001', { parts: [{ number: 10_001 }] }],
  [
    'signParts',
    'more than a thousand parts at a time',
    { parts: Array.from({ length: 1001 }, (_, index) => ({ number: index + 1 })) },
  ],
];

/** Uploads in parts: the refusals, and with S3 the whole way. */
export const multipartChecks: readonly Check[] = [
  ...unfit.map(
    ([subject, why, body]): Check => ({
      subject,
      people: writer,
      sentence: `answers 404 or 422 for ${why}`,
      run: async (world) => {
        const params = { attachmentId: noAttachment };
        requireRefusal(await world.call(world.writer, subject, { params, body }), [
          'invalid_input',
          'not_found',
        ]);
      },
    }),
  ),
  ...(['signParts', 'listParts'] as const).map(
    (subject): Check => ({
      subject,
      people: writer,
      when: 's3',
      sentence: 'answers 409 upload_gone while nothing was begun',
      run: async (world) => {
        const { attachmentId } = await world.sign(film);
        const input = { params: { attachmentId }, body: { parts: [{ number: 1 }] } };
        requireRefusal(await world.call(world.writer, subject, input), ['upload_gone']);
      },
    }),
  ),
  {
    subject: 'createMultipart',
    people: writer,
    when: 's3',
    sentence: 'answers 422 for parts beyond the end of the file, and for one that is named twice',
    run: async (world) => {
      const { attachmentId } = await world.sign(film);
      for (const numbers of [[3], [1, 1]]) {
        const body = { partSize: minPartSize, parts: numbers.map((number) => ({ number })) };
        const answer = await world.call(world.writer, 'createMultipart', { params: { attachmentId }, body });
        requireRefusal(answer, ['invalid_input'], `Of two parts, ${numbers.join(' and ')} were asked for.`);
      }
    },
  },
  {
    subject: 'createMultipart',
    people: ['agent', 'administrator'],
    when: 's3',
    sentence: 'lets nobody take up what somebody else has begun: 404',
    run: async (world) => {
      const { attachmentId } = await world.sign({ ...film, role: 'agent' });
      const input = { params: { attachmentId }, body: { partSize: minPartSize, parts: [] } };
      requireRefusal(await world.call('administrator', 'createMultipart', input), ['not_found']);
    },
  },
  {
    subject: 'createMultipart',
    people: writer,
    when: 'database',
    sentence: 'answers 404 for what goes to the database',
    run: async (world) => {
      const { attachmentId } = await world.sign(film);
      const input = { params: { attachmentId }, body: { partSize: minPartSize, parts: [] } };
      requireRefusal(await world.call(world.writer, 'createMultipart', input), ['not_found']);
    },
  },
  {
    subject: 'createMultipart',
    people: writer,
    when: 's3',
    sends: true,
    sentence: 'begins, S3 takes the parts, and they are joined to the file that was sent',
    run: async (world) => {
      const bytes = everyByte(size);
      const { attachmentId, parts } = await begin(world, [1]);
      const params = { attachmentId };
      const further = await world.call(world.writer, 'signParts', {
        params,
        body: { parts: [{ number: 2 }] },
      });
      const all = [...parts, ...readAnswer('signParts', further).parts];
      const sent: { number: number; etag: string }[] = [];
      for (const { number, url, headers } of all) {
        const part = bytes.slice((number - 1) * minPartSize, number * minPartSize);
        const response = await sendToS3(world.fetch, { to: 's3', url, headers }, part);
        sent.push({ number, etag: response.headers.get('etag') ?? '' });
      }
      const answer = await world.call(world.writer, 'completeUpload', { params, body: { parts: sent } });
      const { attachment } = readAnswer('completeUpload', answer);
      requireBytes(await readLink(world, attachment), bytes);
    },
  },
  {
    subject: 'listParts',
    people: writer,
    when: 's3',
    sends: true,
    sentence: 'tells the size of the parts, and those that are there where the key may ask',
    run: async (world) => {
      const { attachmentId, parts } = await begin(world, [2]);
      const [part] = parts;
      if (!part) throw new Blocked('no part was signed');
      await sendToS3(world.fetch, { to: 's3', ...part }, everyByte(size).slice(minPartSize));
      const answer = await world.call(world.writer, 'listParts', { params: { attachmentId } });
      const list = readAnswer('listParts', answer);
      const numbers = list.parts?.map(({ number }) => number).join() ?? '2';
      if (list.partSize !== minPartSize || numbers !== '2')
        throw new Shortfall(`partSize ${minPartSize}, parts null or number 2`, JSON.stringify(list));
    },
  },
  {
    subject: 'completeUpload',
    people: writer,
    when: 's3',
    sends: true,
    sentence: 'answers 422 for an upload in parts whose parts are not named',
    run: async (world) => {
      const { attachmentId } = await begin(world, [1]);
      const answer = await world.call(world.writer, 'completeUpload', { params: { attachmentId } });
      requireRefusal(answer, ['invalid_input']);
    },
  },
  {
    subject: 'deleteAttachment',
    people: writer,
    when: 's3',
    sends: true,
    sentence: 'gives up an upload in parts: then nothing of it can be signed',
    run: async (world) => {
      const { attachmentId } = await begin(world, [1]);
      const params = { attachmentId };
      requireStatus(await world.call(world.writer, 'deleteAttachment', { params }), [204]);
      const input = { params, body: { parts: [{ number: 1 }] } };
      requireRefusal(await world.call(world.writer, 'signParts', input), ['not_found']);
    },
  },
];

async function begin(world: World, numbers: readonly number[]) {
  const { attachmentId } = await world.sign(film);
  const body = { partSize: minPartSize, parts: numbers.map((number) => ({ number })) };
  const answer = await world.call(world.writer, 'createMultipart', { params: { attachmentId }, body });
  const begun = readAnswer('createMultipart', answer);
  if (begun.status !== 'created')
    throw new Blocked('files go whole here: the bucket is encrypted with a KMS key');
  return { attachmentId, parts: begun.parts };
}
