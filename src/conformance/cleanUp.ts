import type { Role } from './ConformanceOptions.ts';
import { isDone } from './readAnswer.ts';
import type { World } from './World.ts';

/** How many are deleted at the same time. */
const atOnce = 6;

/** Deletes what the suite has made; answers with what is left behind, as sentences. */
export async function cleanUp({ made, call }: World): Promise<string[]> {
  const left: string[] = [];
  const rest = [...made];
  const remove = async ([attachmentId, role]: [string, Role]) => {
    const answer = await call(role, 'deleteAttachment', { params: { attachmentId } }).catch(() => null);
    if (!answer || (!isDone(answer) && answer.status !== 404)) left.push(attachmentId);
  };
  const work = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) await remove(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  made.clear();
  return left.length === 0 ? [] : [`Attachments that could not be deleted: ${left.join(', ')}.`];
}
