import { isDone } from './readAnswer.ts';
import type { World } from './World.ts';

/** Deletes what the suite has made; answers with what is left behind, as sentences. */
export async function cleanUp({ made, call }: World): Promise<string[]> {
  const left: string[] = [];
  for (const [attachmentId, role] of made) {
    try {
      const answer = await call(role, 'deleteAttachment', { params: { attachmentId } });
      if (!isDone(answer) && answer.status !== 404) left.push(attachmentId);
    } catch {
      left.push(attachmentId);
    }
  }
  made.clear();
  return left.length === 0 ? [] : [`Attachments that could not be deleted: ${left.join(', ')}.`];
}
