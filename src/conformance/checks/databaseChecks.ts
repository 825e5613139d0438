import { type Answer, describeAnswer, requireStatus } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { everyByte, names, pages, requireBytes } from '../contents.ts';
import { readAnswer } from '../readAnswer.ts';
import { readDisposition } from '../readDisposition.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { draftId } from '../routeRows.ts';
import { LeftOut, Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';

const about = { people: ['writer'], when: 'database' } as const;

const put = (world: World, attachmentId: string, raw: string | Uint8Array<ArrayBuffer>) =>
  world.call(world.writer, 'uploadContent', { params: { attachmentId }, raw });
const read = (world: World, attachmentId: string): Promise<Answer> =>
  world.call(world.writer, 'readContent', { params: { attachmentId } });

/** The way of a file while S3 is not in use. */
export const databaseChecks: readonly Check[] = [
  {
    ...about,
    subject: 'signUploads',
    sentence: 'sends files to the database while S3 is not in use',
    run: async (world) => {
      const { target } = await world.sign();
      if (target.to !== 'database') throw new Shortfall('target database', `target ${target.to}`);
    },
  },
  {
    ...about,
    subject: 'uploadContent',
    sentence: 'takes the bytes that were signed for with 204',
    run: async (world) => requireStatus(await put(world, (await world.sign()).attachmentId, 'hello'), [204]),
  },
  {
    ...about,
    subject: 'uploadContent',
    sentence: 'answers 413 file_too_large to more bytes than were signed for',
    run: async (world) =>
      requireRefusal(await put(world, (await world.sign()).attachmentId, 'hello!'), ['file_too_large']),
  },
  {
    ...about,
    subject: 'uploadContent',
    sentence: 'answers 409 upload_incomplete to fewer bytes than were signed for',
    run: async (world) =>
      requireRefusal(await put(world, (await world.sign()).attachmentId, 'hell'), ['upload_incomplete']),
  },
  {
    ...about,
    subject: 'uploadContent',
    sentence: 'takes no other bytes for what is stored: 404',
    run: async (world) => {
      const { id } = await world.stored({ content: 'hello' });
      requireRefusal(await put(world, id, 'HELLO'), ['not_found']);
      requireBytes((await read(world, id)).bytes, new TextEncoder().encode('hello'));
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'answers byte for byte what was sent',
    run: async (world) => {
      const content = everyByte();
      const { id } = await world.stored({ content, name: 'bytes.bin', type: 'application/octet-stream' });
      const answer = await read(world, id);
      requireStatus(answer, [200]);
      requireBytes(answer.bytes, content);
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'answers a file without bytes',
    run: async (world) => {
      const { id } = await world.stored({ content: '', name: 'empty.txt', type: 'text/plain' });
      const answer = await read(world, id);
      requireStatus(answer, [200]);
      requireBytes(answer.bytes, new Uint8Array());
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'gives the name back in any script, as RFC 6266 has it',
    run: async (world) => {
      for (const name of names) {
        const { id } = await world.stored({ name, type: 'text/plain' });
        const header = (await read(world, id)).headers.get('content-disposition') ?? '';
        const filename = readDisposition(header)?.filename;
        if (filename !== name) {
          const came = filename === undefined ? `Content-Disposition: ${header || 'none'}` : `${filename}`;
          throw new Shortfall(name, came, `Outside of ASCII: filename*=UTF-8''${encodeURIComponent(name)}`);
        }
      }
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'lets no file run as a page: html, svg and xml are downloads',
    run: async (world) => {
      for (const [name, type] of pages) {
        const { id } = await world.stored({ name, type, content: '<script>alert(1)</script>' });
        const { headers } = await read(world, id);
        const disposition = headers.get('content-disposition') ?? 'none';
        if (readDisposition(disposition)?.type !== 'attachment')
          throw new Shortfall('Content-Disposition: attachment', `${disposition} for ${name}`);
      }
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'tells browsers not to guess the type (X-Content-Type-Options: nosniff)',
    run: async (world) => {
      const { id } = await world.stored({ name: 'note.txt', type: 'text/plain' });
      const came = (await read(world, id)).headers.get('x-content-type-options');
      if (came?.toLowerCase() !== 'nosniff') throw new Shortfall('nosniff', came ?? 'no such header');
    },
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'answers 404 for what was sent and not completed',
    run: async (world) => requireRefusal(await read(world, await world.sent()), ['not_found']),
  },
  {
    ...about,
    subject: 'readContent',
    sentence: 'answers a customer in their own ticket',
    people: ['other'],
    run: async (world) => {
      const { id } = await world.stored({ role: 'other', content: 'mine!' });
      const answer = await world.call('other', 'readContent', { params: { attachmentId: id } });
      requireStatus(answer, [200]);
      requireBytes(answer.bytes, new TextEncoder().encode('mine!'));
    },
  },
  {
    ...about,
    subject: 'listAttachments',
    sentence: 'lists what is stored, with its facts, and a link that opens it',
    run: async (world) => {
      const stored = await world.stored({ name: 'отчёт.txt', type: 'text/plain', content: 'report' });
      const answer = await world.call(world.writer, 'listAttachments', {
        params: { ticketId: world.ticketId },
      });
      const { attachments } = readAnswer('listAttachments', answer);
      const listed = attachments.find(({ id }) => id === stored.id);
      const expected = { ...stored, size: 6, storedIn: 'database', draftId: null, name: 'отчёт.txt' };
      if (JSON.stringify({ ...listed, ...expected }) !== JSON.stringify({ ...listed }))
        throw new Shortfall(
          JSON.stringify(expected),
          listed ? JSON.stringify(listed) : describeAnswer(answer),
        );
      const link = stored.url.replace(/^\//, '');
      if (link !== `attachments/${stored.id}/content` && !URL.canParse(link))
        throw new Shortfall('a url below the API, or a whole one', stored.url);
    },
  },
  {
    ...about,
    subject: 'listAttachments',
    sentence: 'lists the oldest first, and nothing that was not completed',
    run: async (world) => {
      const first = await world.stored({ name: 'first.txt' });
      const pending = await world.sent({ name: 'pending.txt' });
      // Some clocks tell the time in ms: one of them is to pass.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const second = await world.stored({ name: 'second.txt' });
      const answer = await world.call(world.writer, 'listAttachments', {
        params: { ticketId: world.ticketId },
      });
      const ids = readAnswer('listAttachments', answer).attachments.map(({ id }) => id);
      const ours = ids.filter((id) => [first.id, pending, second.id].includes(id));
      if (ours.join() !== [first.id, second.id].join())
        throw new Shortfall(
          'first.txt, second.txt',
          ours
            .map((id) => (id === first.id ? 'first.txt' : id === pending ? 'pending.txt' : 'second.txt'))
            .join(', ') || 'neither',
        );
    },
  },
  {
    ...about,
    subject: 'deleteAttachment',
    sentence: 'deletes with 204: then it is in no list, and cannot be read or deleted any more',
    run: async (world) => {
      const { id } = await world.stored();
      const params = { attachmentId: id, ticketId: world.ticketId };
      requireStatus(await world.call(world.writer, 'deleteAttachment', { params }), [204]);
      const list = readAnswer(
        'listAttachments',
        await world.call(world.writer, 'listAttachments', { params }),
      );
      if (list.attachments.some((one) => one.id === id))
        throw new Shortfall('it is in no list', 'it is listed');
      requireRefusal(await read(world, id), ['not_found']);
      requireRefusal(await world.call(world.writer, 'deleteAttachment', { params }), ['not_found']);
    },
  },
  {
    ...about,
    subject: 'deleteTicketAttachments',
    sentence: 'deletes everything that a ticket has, drafts included, and nothing when it is called again',
    run: async (world) => {
      const params = { ticketId: world.ticketId, draftId };
      const list = readAnswer(
        'listAttachments',
        await world.call(world.writer, 'listAttachments', { params }),
      );
      if (list.attachments.some(({ id }) => !world.made.has(id)))
        throw new LeftOut(`ticket ${world.ticketId} has attachments that are not the suite’s own (--ticket)`);
      const one = await world.stored();
      await world.stored({ draftId });
      const remove = async () =>
        readAnswer(
          'deleteTicketAttachments',
          await world.call(world.writer, 'deleteTicketAttachments', { params }),
        ).deleted;
      const deleted = await remove();
      if (deleted < 2) throw new Shortfall('two or more deleted', `${deleted}`);
      requireRefusal(await read(world, one.id), ['not_found']);
      const waiting = readAnswer('listDraft', await world.call(world.writer, 'listDraft', { params }));
      if (waiting.attachments.length > 0)
        throw new Shortfall('the draft is empty', JSON.stringify(waiting).slice(0, 300));
      const again = await remove();
      if (again !== 0) throw new Shortfall('0 deleted', `${again}`);
    },
  },
  {
    ...about,
    subject: 'deleteAttachment',
    sentence: 'withdraws what was never completed: then it cannot be completed',
    run: async (world) => {
      const params = { attachmentId: await world.sent() };
      requireStatus(await world.call(world.writer, 'deleteAttachment', { params }), [204]);
      requireRefusal(await world.call(world.writer, 'completeUpload', { params }), ['not_found']);
    },
  },
];
