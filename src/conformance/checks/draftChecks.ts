import type { Check } from '../Check.ts';
import type { Role } from '../ConformanceOptions.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { draftId } from '../routeRows.ts';
import { Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';

const two = { people: ['agent', 'administrator'], when: 'database' } as const;
const one = { people: ['writer'], when: 'database' } as const;

const paramsIn = ({ ticketId }: World) => ({ ticketId, draftId });

async function draft(world: World, role: Role): Promise<string[]> {
  const answer = await world.call(role, 'listDraft', { params: paramsIn(world) });
  return readAnswer('listDraft', answer).attachments.map(({ id }) => id);
}

async function ticket(world: World): Promise<string[]> {
  const answer = await world.call(world.writer, 'listAttachments', { params: paramsIn(world) });
  return readAnswer('listAttachments', answer).attachments.map(({ id }) => id);
}

const send = (world: World, role: Role, body: object) =>
  world.call(role, 'sendDraft', { params: paramsIn(world), body });

/** What waits in a draft is its maker’s until it is sent. */
export const draftChecks: readonly Check[] = [
  {
    ...one,
    subject: 'listDraft',
    sentence: 'lists what waits in a draft of one’s own, and the ticket does not',
    run: async (world) => {
      const { id } = await world.stored({ draftId });
      if (!(await draft(world, world.writer)).includes(id))
        throw new Shortfall('it is in the draft', 'it is not');
      if ((await ticket(world)).includes(id)) throw new Shortfall('it is not in the ticket yet', 'it is');
    },
  },
  {
    ...two,
    subject: 'listDraft',
    sentence: 'shows a draft to nobody but who made it, administrators included',
    run: async (world) => {
      const { id } = await world.stored({ draftId, role: 'agent' });
      if ((await draft(world, 'administrator')).includes(id))
        throw new Shortfall('the agent’s draft is empty to the administrator', 'it is listed');
    },
  },
  {
    ...two,
    subject: 'readContent',
    sentence: 'answers 404 for what waits in somebody else’s draft',
    run: async (world) => {
      const { id } = await world.stored({ draftId, role: 'agent' });
      requireRefusal(await world.call('administrator', 'readContent', { params: { attachmentId: id } }), [
        'not_found',
      ]);
    },
  },
  {
    ...two,
    subject: 'deleteAttachment',
    sentence: 'answers 404 for what waits in somebody else’s draft',
    run: async (world) => {
      const { id } = await world.stored({ draftId, role: 'agent' });
      const answer = await world.call('administrator', 'deleteAttachment', { params: { attachmentId: id } });
      requireRefusal(answer, ['not_found']);
    },
  },
  {
    ...two,
    subject: 'sendDraft',
    sentence: 'answers 404 for what waits in somebody else’s draft, and sends nothing',
    run: async (world) => {
      const { id } = await world.stored({ draftId, role: 'agent' });
      requireRefusal(await send(world, 'administrator', { attachmentIds: [id] }), ['not_found']);
      if (!(await draft(world, 'agent')).includes(id)) throw new Shortfall('it still waits', 'it does not');
    },
  },
  {
    ...one,
    subject: 'sendDraft',
    sentence: 'makes what waits the ticket’s',
    run: async (world) => {
      const { id } = await world.stored({ draftId });
      const { attachments } = readAnswer(
        'sendDraft',
        await send(world, world.writer, { attachmentIds: [id] }),
      );
      if (attachments.length !== 1 || attachments[0]?.id !== id || attachments[0].draftId !== null)
        throw new Shortfall('that attachment, in no draft', JSON.stringify(attachments).slice(0, 300));
      if (!(await ticket(world)).includes(id)) throw new Shortfall('it is in the ticket', 'it is not');
      if ((await draft(world, world.writer)).includes(id)) throw new Shortfall('it waits no more', 'it does');
    },
  },
  {
    ...one,
    subject: 'sendDraft',
    sentence: 'answers the same when it is called again',
    run: async (world) => {
      const { id } = await world.stored({ draftId });
      const again = async () =>
        readAnswer('sendDraft', await send(world, world.writer, { attachmentIds: [id] })).attachments;
      const first = await again();
      const second = await again();
      if (second[0]?.id !== id || JSON.stringify(first) !== JSON.stringify(second))
        throw new Shortfall(
          JSON.stringify(first).slice(0, 300),
          JSON.stringify(second).slice(0, 300),
          'An answer may be lost, and asked for again.',
        );
    },
  },
  {
    ...one,
    subject: 'sendDraft',
    sentence: 'sends only those that are named, and all when none is',
    run: async (world) => {
      const named = await world.stored({ draftId });
      const other = await world.stored({ draftId, name: 'other.png' });
      readAnswer('sendDraft', await send(world, world.writer, { attachmentIds: [named.id] }));
      if (!(await draft(world, world.writer)).includes(other.id))
        throw new Shortfall('the other one waits', 'it does not');
      const { attachments } = readAnswer('sendDraft', await send(world, world.writer, {}));
      if (!attachments.some(({ id }) => id === other.id))
        throw new Shortfall('the other one is sent', JSON.stringify(attachments).slice(0, 300));
    },
  },
];
