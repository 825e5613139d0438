import type { PreparationOptions } from './createPreparation.ts';
import type { SessionStore } from './session/SessionStore.ts';
import { sessionKey } from './session/sessionKey.ts';
import type { Work } from './Work.ts';

/** Takes up what was broken off: into `work`, the parts that S3 has, as it or our own record tells. Rejects when the file cannot be read, and with the signal's reason. */
export async function recall(
  options: PreparationOptions & { sessions: SessionStore },
  id: string,
  work: Work,
): Promise<void> {
  const { client, ask, ticketId, draftId, userId, sessions } = options;
  const { signal } = work.stop;
  const identity = { userId, baseUrl: client.baseUrl, ticketId, draftId, file: work.body, signal };
  const keyed = sessionKey(identity).then((key) => {
    work.sessionKey = key;
    return key;
  });
  // Its key is wanted with the first part that S3 has, and nobody waits for it before.
  keyed.catch(() => {});
  if (await sessions.isEmpty?.()) return;
  const key = await keyed;
  const session = await sessions.read(key);
  if (!session) return;
  const { attachmentId } = session;
  const stored = await ask(id, signal, () => client.listParts({ attachmentId })).catch(() => null);
  signal.throwIfAborted();
  if (!stored) {
    // Gone, or not ours: it is begun afresh, which is nothing to be told of.
    await sessions.remove(key);
    return;
  }
  const known = new Map(
    session.partSize === stored.partSize ? session.parts.map((part) => [part.number, part]) : [],
  );
  const parts = stored.parts?.map(({ number, etag }) => ({ ...known.get(number), number, etag }));
  work.attachmentId = attachmentId;
  work.target = { to: 's3_parts' };
  work.goodUntil = Number.POSITIVE_INFINITY;
  work.parts = {
    partSize: stored.partSize,
    done: parts ? new Map(parts.map((part) => [part.number, part])) : known,
  };
}
