import { describe, expect, it } from 'vitest';
import { configured, createWorld, site, type World } from './support/createWorld.ts';

describe('while S3 is not configured', () => {
  async function stored(world: World, name: string, type: string, content: string) {
    const size = new TextEncoder().encode(content).byteLength;
    const files = [{ id: 'f', name, size, type }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    expect(result.target).toEqual({ to: 'database' });
    const params = { attachmentId: result.attachmentId };
    await world.call('agent', 'uploadContent', { params, bytes: content });
    return world.call('agent', 'completeUpload', { params });
  }

  it('a file goes to the database and is read by a path below the API', async () => {
    const world = createWorld();
    const { attachment, notice } = await stored(world, 'Grüße.txt', 'text/plain', 'hello');
    expect(notice).toBeNull();
    expect(attachment).toMatchObject({ storedIn: 'database', url: `attachments/${attachment.id}/content` });
    const response = await world.handle(
      new Request(`${site}/${attachment.url}`, { headers: { 'x-role': 'agent' } }),
    );
    expect(await response.text()).toBe('hello');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `inline; filename="Gru-e.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cross-origin-resource-policy': 'same-origin',
    });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    expect(await world.store.readContent(attachment.id)).toBeNull();
  });

  it('a text is answered with the charset that it was declared with, and listed by its media type', async () => {
    const world = createWorld();
    const { attachment } = await stored(world, 'a.txt', 'text/plain;charset=UTF-8', 'Grüße');
    expect(attachment.type).toBe('text/plain');
    const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^inline;/);
  });

  it('a page is downloaded and never shown', async () => {
    const world = createWorld();
    const { attachment } = await stored(world, 'a.html', 'text/html', '<script>');
    const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('a file of no bytes is a file', async () => {
    expect(await stored(createWorld(), 'empty.txt', 'text/plain', '')).toMatchObject({
      attachment: { size: 0 },
    });
  });

  it('a file over the limit of the database is refused', async () => {
    const world = createWorld({ maxDatabaseFileSize: 10 });
    const files = [{ id: 'f', name: 'a', size: 11, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads[0]?.result).toMatchObject({
      verdict: { diagnosis: { code: 'file_too_large', maximum: 10 } },
    });
  });

  it('more or fewer bytes than were announced are refused, and registering needs them all', async () => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a', size: 5, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    const params = { attachmentId: result.attachmentId };
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'hello!' })).toMatchObject({
      code: 'file_too_large',
      status: 413,
    });
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'hell' })).toMatchObject({
      code: 'upload_incomplete',
      status: 409,
    });
    expect(await world.refusal('agent', 'completeUpload', { params })).toMatchObject({
      code: 'upload_incomplete',
    });
    await world.call('agent', 'uploadContent', { params, bytes: 'hello' });
    await world.call('agent', 'completeUpload', { params });
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'other' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('a body that never ends is not held in memory', async () => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a', size: 5, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init = {
      method: 'PUT',
      body,
      duplex: 'half',
      headers: { 'x-role': 'agent', 'content-type': 'application/octet-stream' },
    };
    const response = await world.handle(
      new Request(`${site}/attachments/${result.attachmentId}/content`, init as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(5);
  });
});

describe('reading an attachment that lies in S3', () => {
  it('leads to its public link', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(attachment.url);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
