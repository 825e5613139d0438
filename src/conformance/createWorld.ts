import { type Answer, memberOf, requireStatus } from './Answer.ts';
import type { ConformanceOptions, Role } from './ConformanceOptions.ts';
import { type Caller, createCaller } from './createCaller.ts';
import { isDone, readAnswer } from './readAnswer.ts';
import { madeUpSecret } from './routeRows.ts';
import { sendToS3 } from './sendToS3.ts';
import { Blocked, Shortfall } from './Shortfall.ts';
import type { World } from './World.ts';

/** Makes what the checks work with. */
export function createWorld(options: ConformanceOptions): World {
  const ask = createCaller(options);
  const made = new Map<string, Role>();
  const { ticketId = 'conformance', otherTicketId = '1', headers, fetch: send = fetch } = options;
  const secrets = [madeUpSecret, options.s3Values?.secretAccessKey].filter((text) => text !== undefined);

  const call: Caller = Object.assign(
    async (...[role, name, input]: Parameters<Caller>): Promise<Answer> => {
      const answer = await ask(role, name, input);
      if (name === 'signUploads' && isDone(answer))
        for (const id of idsIn(answer)) if (!made.has(id)) made.set(id, role);
      return answer;
    },
    { answers: ask.answers },
  );

  const world: World = {
    call,
    options,
    ticketId,
    otherTicketId,
    writer: headers.agent ? 'agent' : 'administrator',
    mode: 'database',
    saved: null,
    made,
    secrets,
    fetch: send,
    settings: async () => readAnswer('readSettings', await call('administrator', 'readSettings')),
    sign: (file = {}) =>
      prepare('a file could not be signed', async () => {
        const { role = world.writer, draftId, content, ...over } = file;
        const size = content === undefined ? 5 : bytesOf(content).byteLength;
        const files = [{ id: 'f', name: 'photo.png', size, type: 'image/png', ...over }];
        const body = {
          ticketId: role === 'other' ? otherTicketId : ticketId,
          files,
          ...(draftId ? { draftId } : {}),
        };
        const { uploads } = readAnswer('signUploads', await call(role, 'signUploads', { body }));
        const result = uploads[0]?.result;
        if (result?.status !== 'signed') throw new Shortfall('a signed file', JSON.stringify(uploads));
        return result;
      }),
    sent: async (file = {}) => {
      const { role = world.writer, content = 'hello' } = file;
      const { attachmentId, target } = await world.sign({ ...file, content });
      return prepare('a file could not be sent', async () => {
        if (target.to !== 'database') await sendToS3(send, target, bytesOf(content));
        else {
          const input = { params: { attachmentId }, raw: bytesOf(content) };
          requireStatus(await call(role, 'uploadContent', input), [204]);
        }
        return attachmentId;
      });
    },
    stored: async (file = {}) => {
      const { role = world.writer } = file;
      const params = { attachmentId: await world.sent(file) };
      return prepare('a file could not be completed', async () => {
        const answer = await call(role, 'completeUpload', { params });
        return readAnswer('completeUpload', answer).attachment;
      });
    },
  };
  return world;
}

/** Bytes of a text, or as they are. */
function bytesOf(content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

// What fails on the way to a check is told by the check that is about it; this one only was not reached.
async function prepare<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Shortfall ? new Blocked(`${what}: ${error.message}`) : error;
  }
}

function idsIn({ json }: Answer): string[] {
  const uploads = memberOf(json, 'uploads');
  if (!Array.isArray(uploads)) return [];
  return uploads.flatMap((upload) => {
    const id = memberOf(memberOf(upload, 'result'), 'attachmentId');
    return typeof id === 'string' ? id : [];
  });
}
