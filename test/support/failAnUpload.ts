import type { Client } from '../../src/index.ts';
import type { FakeBackend } from '../../src/testing/index.ts';

/** Lets one upload fail, because the access key was deleted in AWS, and tells the backend of it as a browser does. */
export async function failAnUpload(client: Client, backend: FakeBackend): Promise<void> {
  backend.s3.account.users.length = 0;
  const { uploads } = await client.signUploads({
    body: { ticketId: '1', files: [{ id: 'f', name: 'a.txt', type: 'text/plain', size: 4 }] },
  });
  const [result] = uploads.map((upload) => upload.result);
  if (result?.status !== 'signed' || result.target.to !== 's3') throw new Error('The backend did not sign.');
  const { attachmentId, target } = result;
  const answer = await backend.s3(
    new Request(target.url, { method: 'PUT', headers: target.headers, body: 'text' }),
  );
  await client.reportFailure({
    attachmentId,
    body: { status: answer.status, body: await answer.text(), loaded: 4, total: 4, online: true },
  });
}
