import type { Attachment } from '../../contract/index.ts';
import { describeAnswer, requireStatus } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { everyByte, names, requireBytes } from '../contents.ts';
import { readAnswer } from '../readAnswer.ts';
import { readDisposition } from '../readDisposition.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { sendToS3 } from '../sendToS3.ts';
import { Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';

const about = { people: ['writer'], when: 's3', sends: true } as const;

/** Opens an attachment as a browser does: by its link, or by the API’s redirect to it. */
async function open(world: World, { id, url }: Attachment): Promise<Response> {
  let link = url;
  if (!/^https?:\/\//i.test(url)) {
    const answer = await world.call(world.writer, 'readContent', { params: { attachmentId: id } });
    requireStatus(answer, [302]);
    link = answer.headers.get('location') ?? '';
  }
  const response = await world.fetch(link);
  if (!response.ok)
    throw new Shortfall(
      'its link opens',
      `${response.status}`,
      'Is the bucket policy as the guide says, or are links private?',
    );
  return response;
}

/** The bytes behind the link of an attachment. */
export async function readLink(world: World, attachment: Attachment): Promise<Uint8Array> {
  return new Uint8Array(await (await open(world, attachment)).arrayBuffer());
}

/** The way of a file through S3. */
export const s3Checks: readonly Check[] = [
  {
    ...about,
    subject: 'completeUpload',
    sentence: 'registers what S3 has taken, and its link opens byte for byte',
    run: async (world) => {
      const content = everyByte();
      const attachment = await world.stored({ content, name: 'bytes.bin', type: 'application/octet-stream' });
      if (attachment.storedIn !== 's3') throw new Shortfall('storedIn s3', `storedIn ${attachment.storedIn}`);
      requireBytes(await readLink(world, attachment), content);
    },
  },
  {
    ...about,
    subject: 'completeUpload',
    sentence: 'answers the same when it is called again, with S3 in use',
    run: async (world) => {
      const stored = await world.stored();
      const answer = await world.call(world.writer, 'completeUpload', {
        params: { attachmentId: stored.id },
      });
      const { attachment } = readAnswer('completeUpload', answer);
      if (attachment.id !== stored.id || attachment.url.split('?')[0] !== stored.url.split('?')[0])
        throw new Shortfall(JSON.stringify(stored), JSON.stringify(attachment));
    },
  },
  {
    ...about,
    subject: 'completeUploads',
    sentence: 'registers many at a time, with S3 in use',
    run: async (world) => {
      const attachmentIds = [await world.sent(), await world.sent()];
      const answer = await world.call(world.writer, 'completeUploads', { body: { attachmentIds } });
      const { uploads } = readAnswer('completeUploads', answer);
      if (uploads.length !== 2 || uploads.some(({ result }) => result.status !== 'stored'))
        throw new Shortfall('two stored', JSON.stringify(uploads).slice(0, 300));
    },
  },
  {
    ...about,
    subject: 'signUploads',
    sentence: 'signs a size that S3 then insists on',
    run: async (world) => {
      const { target } = await world.sign({ size: 5 });
      const taken = await sendToS3(world.fetch, target, new TextEncoder().encode('six...')).then(
        () => true,
        () => false,
      );
      if (taken) throw new Shortfall('S3 refuses six bytes where five were signed', 'it took them');
    },
  },
  {
    ...about,
    subject: 'signUploads',
    sentence: 'signs a form, or a PUT in its place, that S3 takes',
    run: async (world) => {
      const attachment = await world.stored({ as: 'form', content: 'by a form' });
      requireBytes(await readLink(world, attachment), new TextEncoder().encode('by a form'));
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'redirects with 302 to what lies in S3',
    run: async (world) => {
      const { id } = await world.stored({ content: 'hello' });
      const answer = await world.call(world.writer, 'readContent', { params: { attachmentId: id } });
      requireStatus(answer, [302]);
      const location = answer.headers.get('location') ?? '';
      if (!URL.canParse(location))
        throw new Shortfall('Location with the address of the file', location || 'none');
      const text = await (await world.fetch(location)).text();
      if (text !== 'hello') throw new Shortfall('hello', text.slice(0, 200));
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'stores downloads under their names, in any script',
    run: async (world) => {
      for (const name of names) {
        const attachment = await world.stored({ name, type: 'application/zip' });
        const header = (await open(world, attachment)).headers.get('content-disposition') ?? '';
        const came = readDisposition(header)?.filename;
        if (came !== name) throw new Shortfall(name, came ?? `Content-Disposition: ${header || 'none'}`);
      }
    },
  },
  {
    ...about,
    subject: 'deleteAttachment',
    sentence: 'deletes the object in S3 too',
    run: async (world) => {
      const attachment = await world.stored();
      const link = (await open(world, attachment)).url;
      const params = { attachmentId: attachment.id };
      requireStatus(await world.call(world.writer, 'deleteAttachment', { params }), [204]);
      requireRefusal(await world.call(world.writer, 'readContent', { params }), ['not_found']);
      if (link && (await world.fetch(link)).ok) throw new Shortfall('its link opens no more', 'it does');
    },
  },
  {
    ...about,
    subject: 'reportFailure',
    sentence: 'finds no fault with a storage that works',
    run: async (world) => {
      const { attachmentId } = await world.sign();
      const body = { status: 0, body: '', loaded: 0, total: 5, online: true };
      const answer = await world.call(world.writer, 'reportFailure', { params: { attachmentId }, body });
      const { verdict } = readAnswer('reportFailure', answer);
      const code = verdict.detail === 'full' ? verdict.diagnosis.code : verdict.code;
      if (code === 'server_fault')
        throw new Shortfall('what may have stopped the browser', describeAnswer(answer));
    },
  },
];
