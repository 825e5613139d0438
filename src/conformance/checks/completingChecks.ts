import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { noAttachment } from '../routeRows.ts';
import { Shortfall } from '../Shortfall.ts';

const about = { subject: 'completeUpload', people: ['writer'], when: 'database' } as const;
const aboutMany = { ...about, subject: 'completeUploads' } as const;

/** Registering files after their bytes were sent. */
export const completingChecks: readonly Check[] = [
  {
    ...about,
    sentence: 'answers 409 upload_incomplete for what was never sent',
    run: async (world) => {
      const { attachmentId } = await world.sign();
      requireRefusal(await world.call(world.writer, 'completeUpload', { params: { attachmentId } }), [
        'upload_incomplete',
      ]);
    },
  },
  {
    ...about,
    sentence: 'answers with the attachment as it was described',
    run: async (world) => {
      const params = { attachmentId: await world.sent({ name: 'résumé.pdf', type: 'application/pdf' }) };
      const answer = await world.call(world.writer, 'completeUpload', { params });
      const { attachment } = readAnswer('completeUpload', answer);
      const expected = {
        id: params.attachmentId,
        ticketId: world.ticketId,
        name: 'résumé.pdf',
        size: 5,
        type: 'application/pdf',
        storedIn: 'database',
      };
      if (JSON.stringify({ ...attachment, ...expected }) !== JSON.stringify(attachment))
        throw new Shortfall(JSON.stringify(expected), JSON.stringify(attachment));
    },
  },
  {
    ...about,
    sentence: 'answers the same when it is called again',
    run: async (world) => {
      const params = { attachmentId: await world.sent() };
      const first = readAnswer(
        'completeUpload',
        await world.call(world.writer, 'completeUpload', { params }),
      );
      const second = readAnswer(
        'completeUpload',
        await world.call(world.writer, 'completeUpload', { params }),
        'What is stored stays stored.',
      );
      if (JSON.stringify(first.attachment) !== JSON.stringify(second.attachment))
        throw new Shortfall(JSON.stringify(first.attachment), JSON.stringify(second.attachment));
    },
  },
  {
    ...aboutMany,
    sentence: 'has a result for each file by its id: one is stored, one was never sent, one is not there',
    run: async (world) => {
      const sent = await world.sent();
      const { attachmentId: unsent } = await world.sign();
      const body = { attachmentIds: [unsent, noAttachment, sent] };
      const { uploads } = readAnswer(
        'completeUploads',
        await world.call(world.writer, 'completeUploads', { body }),
      );
      const code = (id: string) => {
        const result = uploads.find(({ attachmentId }) => attachmentId === id)?.result;
        if (result?.status !== 'refused') return result?.status ?? 'no result';
        return result.verdict.detail === 'full' ? result.verdict.diagnosis.code : result.verdict.code;
      };
      const came = [sent, unsent, noAttachment].map(code).join(', ');
      if (came !== 'stored, upload_incomplete, not_found')
        throw new Shortfall('stored, upload_incomplete, not_found', came);
      const stored = uploads.find(({ attachmentId }) => attachmentId === sent)?.result;
      if (stored?.status === 'stored' && stored.attachment.id !== sent)
        throw new Shortfall('the attachment of that id', JSON.stringify(stored.attachment));
    },
  },
  {
    ...aboutMany,
    sentence: 'answers the same when it is called again',
    run: async (world) => {
      const body = { attachmentIds: [await world.sent()] };
      const ask = async () =>
        readAnswer('completeUploads', await world.call(world.writer, 'completeUploads', { body })).uploads;
      const first = await ask();
      const second = await ask();
      if (first[0]?.result.status !== 'stored' || JSON.stringify(first) !== JSON.stringify(second))
        throw new Shortfall(`stored, twice alike`, JSON.stringify(second).slice(0, 300));
    },
  },
  ...(
    [
      ['no ids', []],
      ['more than a thousand ids', Array.from({ length: 1001 }, (_, index) => `a${index}`)],
      ['ids that none can be', ['a/b']],
    ] as const
  ).map(
    ([why, attachmentIds]): Check => ({
      subject: 'completeUploads',
      people: ['writer'],
      sentence: `answers 422 for ${why}`,
      run: async (world) =>
        requireRefusal(await world.call(world.writer, 'completeUploads', { body: { attachmentIds } }), [
          'invalid_input',
        ]),
    }),
  ),
];
