import { attachments } from '../../../../lib/attachments.ts';

async function answer(request: Request): Promise<Response> {
  return (await attachments())(request);
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as POST, answer as PUT };
