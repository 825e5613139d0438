import { createClient } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';

/** A file that a ticket is to hold. */
export interface TicketFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file of this kind and size; what is in it plays no part. */
export function textFile(name: string, type: string, size: number): TicketFile {
  return { name, type, bytes: new Uint8Array(size) };
}

/** A picture that a browser shows: sky, hills and a sun. */
export async function drawPicture(name: string, width: number, height: number): Promise<TicketFile> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas.');
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#4f7cac');
  sky.addColorStop(1, '#f4d6a0');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff3c4';
  context.beginPath();
  context.arc(width * 0.7, height * 0.35, Math.min(width, height) * 0.1, 0, 7);
  context.fill();
  context.fillStyle = '#3e6b52';
  context.beginPath();
  context.ellipse(width * 0.3, height, width * 0.6, height * 0.35, 0, 0, 7);
  context.fill();
  const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type });
  return { name, type, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** Stores files as the uploader does, by the contract. */
export async function store(backend: FakeBackend, files: readonly TicketFile[]): Promise<void> {
  const client = createClient({
    baseUrl: `https://desk.test${backend.basePath}`,
    fetch: async (url, init) => backend.handle(new Request(url, init)),
  });
  const { uploads } = await client.signUploads({
    body: {
      ticketId: '1',
      files: files.map(({ name, type, bytes }, index) => ({
        id: `f${index}`,
        name,
        type,
        size: bytes.byteLength,
      })),
    },
  });
  for (const [index, { result }] of uploads.entries()) {
    if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('The backend did not sign.');
    const { url, headers } = result.target;
    await backend.s3(new Request(url, { method: 'PUT', headers, body: files[index]?.bytes ?? null }));
    await client.completeUpload({ attachmentId: result.attachmentId, body: {} });
  }
}

/** Takes DeleteObject from the IAM policy. */
export function refuseDeletions({ s3 }: FakeBackend): void {
  for (const { document: policy } of s3.account.users.flatMap((user) => user.policies)) {
    for (const statement of [policy.Statement].flat()) statement.Action = ['s3:PutObject'];
  }
}
