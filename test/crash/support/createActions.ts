import { randomBytes } from 'node:crypto';
import type { SentPart, SignedPart, SignedUpload } from '../../../src/contract/index.ts';
import type { Desk } from './createDesk.ts';
import type { Random } from './createRandom.ts';
import { putToS3 } from './putToS3.ts';
import type { Told } from './Told.ts';

type Signed = Extract<SignedUpload['result'], { status: 'signed' }>;

/** What people do at a help desk, all at once, and leave off anywhere. */
export type Action = () => Promise<void>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** The smallest that S3 takes; the same in every film. */
const partSize = 5 * 1024 ** 2;
const firstPart = randomBytes(partSize);

/** Makes the actions, each with how often it comes among them. */
export function createActions(desk: Desk, random: Random): { often: number; act: Action }[] {
  const ticket = () => String(random.int(1, 6));
  const small = () => random.bytes(random.int(1, 6000));
  const sent = (id: string, all: boolean) => Object.assign(desk.told.get(id) ?? {}, { sent: all });
  const free = (id: string) => Object.assign(desk.told.get(id) ?? {}, { busy: false });

  /** What nobody else is at, in this state. */
  async function withOne(status: Told['status'], work: (one: Told) => Promise<void>): Promise<void> {
    const all = [...desk.told.values()].filter((one) => one.status === status && !one.busy);
    if (all.length === 0) return;
    const one = random.pick(all);
    one.busy = true;
    await work(one);
    one.busy = false;
  }

  async function send(signed: Signed, bytes: Uint8Array<ArrayBuffer>, takes = 0): Promise<void> {
    const { target, attachmentId } = signed;
    let status = 0;
    if (target.to === 's3') ({ status } = await putToS3({ ...target, bytes, takes }));
    if (target.to === 'database') status = await desk.putContent(attachmentId, bytes);
    sent(attachmentId, status >= 200 && status < 300);
  }

  async function upload(draftId?: string): Promise<string | null> {
    const bytes = small();
    const signed = await desk.sign(bytes, ticket(), {}, draftId);
    if (!signed) return null;
    if (random.chance(0.9)) await send(signed, bytes);
    if (random.chance(0.9)) await desk.complete(signed.attachmentId);
    free(signed.attachmentId);
    return signed.attachmentId;
  }

  async function draft(): Promise<void> {
    const draftId = `d${random.int(1, 1e9)}`;
    const id = await upload(draftId);
    const one = id === null ? undefined : desk.told.get(id);
    if (!one || random.chance(0.2)) return;
    await desk.ask('agent', (client) => client.sendDraft({ ticketId: one.ticketId, draftId, body: {} }));
  }

  async function cancelWhileSending(): Promise<void> {
    const bytes = small();
    const signed = await desk.sign(bytes, ticket());
    if (!signed) return;
    const sending = send(signed, bytes, random.int(1, 250));
    await pause(random.int(0, 120));
    await desk.remove(signed.attachmentId);
    await sending;
    free(signed.attachmentId);
  }

  /** Of a film all parts go, or some, and then it is registered, cancelled, or forgotten. */
  async function film(): Promise<void> {
    const last = random.bytes(random.int(1, 3000));
    const bytes = Buffer.concat([firstPart, last]);
    const signed = await desk.sign(bytes, ticket(), { as: 'parts' });
    if (!signed) return;
    const { attachmentId } = signed;
    if (signed.target.to === 'database') await send(signed, new Uint8Array(bytes));
    const begun = signed.target.to === 's3_parts' ? await begin(attachmentId) : [];
    const parts: SentPart[] = [];
    for (const part of begun) {
      if (random.chance(0.1)) break;
      const { etag } = await putToS3({ ...part, bytes: part.number === 1 ? firstPart : last });
      if (etag) parts.push({ number: part.number, etag });
    }
    if (begun.length > 0) sent(attachmentId, parts.length === 2);
    const way = random.next();
    if (way < 0.7) await desk.complete(attachmentId, parts.length > 0 ? { parts } : {});
    else if (way < 0.9) await desk.remove(attachmentId);
    free(attachmentId);
  }

  async function begin(attachmentId: string): Promise<SignedPart[]> {
    const body = { partSize, parts: [{ number: 1 }, { number: 2 }] };
    let answer = await desk.ask('agent', (client) => client.createMultipart({ attachmentId, body }));
    // Begun anew, as after a page was left.
    if (random.chance(0.2))
      answer = await desk.ask('agent', (client) => client.createMultipart({ attachmentId, body }));
    return typeof answer !== 'string' && answer.status === 'created' ? answer.parts : [];
  }

  async function changeStatus(): Promise<void> {
    const settings = await desk.ask('administrator', (client) => client.readSettings({}));
    if (typeof settings === 'string' || !('version' in settings)) return;
    const { version } = settings;
    const status = settings.status === 'disabled' ? 'configured' : 'disabled';
    await desk.ask('administrator', (client) => client.changeStatus({ body: { status, version } }));
  }

  async function move(): Promise<void> {
    const seen = await desk.ask('administrator', (client) => client.readMove({}));
    if (typeof seen === 'string') return;
    if (seen.move.status === 'running' && random.chance(0.2))
      await desk.ask('administrator', (client) => client.changeMoveStatus({ body: { status: 'paused' } }));
    else if (seen.offer && seen.move.status !== 'running') {
      const { to } = seen.offer;
      await desk.ask('administrator', (client) => client.startMove({ body: { to } }));
    }
  }

  async function deleteTicket(): Promise<void> {
    const ticketId = `bulk-${random.int(1, 1e9)}`;
    const ids: string[] = [];
    for (let count = random.int(1, 4); count > 0; count--) {
      const bytes = small();
      const signed = await desk.sign(bytes, ticketId);
      if (!signed) continue;
      await send(signed, bytes);
      if (random.chance(0.7)) await desk.complete(signed.attachmentId);
      ids.push(signed.attachmentId);
    }
    const answer = await desk.ask('administrator', (client) => client.deleteTicketAttachments({ ticketId }));
    for (const id of ids) {
      if (typeof answer !== 'string') Object.assign(desk.told.get(id) ?? {}, { status: 'deleted' });
      free(id);
    }
  }

  return [
    { often: 30, act: async () => void (await upload()) },
    { often: 8, act: draft },
    { often: 10, act: cancelWhileSending },
    { often: 3, act: film },
    { often: 18, act: () => withOne('stored', ({ id }) => desk.remove(id)) },
    { often: 4, act: () => withOne('open', ({ id }) => desk.remove(id)) },
    // Registered late, or once more.
    { often: 4, act: () => withOne('open', ({ id }) => desk.complete(id)) },
    { often: 2, act: () => withOne('stored', ({ id }) => desk.complete(id)) },
    { often: 2, act: changeStatus },
    { often: 4, act: move },
    { often: 2, act: deleteTicket },
  ];
}

/** Does one action after the other, in so many places at once, until it is told to stop. */
export async function work(
  actions: readonly { often: number; act: Action }[],
  random: Random,
  { atOnce, goesOn }: { atOnce: number; goesOn: () => boolean },
): Promise<number> {
  const all = actions.flatMap(({ often, act }) => Array.from({ length: often }, () => act));
  let done = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (; goesOn(); done++) await random.pick(all)();
    }),
  );
  return done;
}
