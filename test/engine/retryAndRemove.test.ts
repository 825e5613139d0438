import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeAgent } from '../../src/testing/index.ts';
import { file, holdTimers, objectsOf, settled, settledInTime, statusOf, world } from './createWorld.ts';
import { eventually } from '../support/eventually.ts';

afterEach(() => void vi.useRealTimers());

describe('trying again', () => {
  it('only registers what has arrived already', async () => {
    holdTimers();
    let down = true;
    const { uploader, sent } = await world({
      patience: 20_000,
      refuse: (call) => {
        if (down && call.endsWith('/complete')) throw new TypeError('Failed to fetch');
      },
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ verdict: { diagnosis: { code: 'api_unreachable' } } });
    down = false;
    uploader.retry(id);
    await settledInTime(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['an administrator', undefined],
    ['an agent', fakeAgent],
  ])('sends the bytes again for %s when they did not arrive', async (_, viewer) => {
    const { uploader, sent, backend } = await world({
      ...(viewer ? { viewer } : {}),
      // Something in between takes the file and says that all is well.
      script: (attempt) => (attempt === 1 ? { status: 200 } : 'through'),
    });
    // So that S3 says who asks that the object is missing, and does not merely refuse.
    backend.s3.account.users[0]?.policies.push({
      name: 'list',
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
      },
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    uploader.retry(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent).toHaveLength(2);
  });

  it('tells of the retry, and leaves no second row behind', async () => {
    const { uploader, events, bodies, calls } = await world({
      script: (attempt) =>
        attempt === 1 ? { status: 400, body: '<Error><Code>InvalidArgument</Code></Error>' } : 'through',
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    uploader.retry(id);
    await settled(uploader);
    expect(events.map(({ type }) => type)).toEqual(['added', 'failed', 'retried', 'stored']);
    // The same row was signed again.
    const signed = bodies.filter((_, index) => calls[index] === 'POST /uploads');
    const stored = uploader.getUpload(id);
    expect(signed[1]).toMatchObject({
      files: [{ attachmentId: stored?.status === 'stored' && stored.attachment.id }],
    });
  });
});

describe('what is not the storage’s fault', () => {
  it('is said of a file that was changed or deleted since it was chosen', async () => {
    const { uploader, calls } = await world({
      script: () => ({ status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' }),
    });
    const gone = file('gone.png');
    gone.slice = () => {
      throw new DOMException('The file could not be read.', 'NotReadableError');
    };
    const [id = ''] = uploader.add([gone]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ verdict: { diagnosis: { code: 'file_unreadable' } } });
    expect(calls.some((call) => call.endsWith('/failure'))).toBe(false);
  });

  it('does not stop the files when a host’s listener throws', async () => {
    const thrown: unknown[] = [];
    const keep = (error: unknown) => thrown.push(error);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', keep);
    try {
      const { uploader } = await world();
      uploader.onEvent(() => {
        throw new Error('The host’s own.');
      });
      const ids = uploader.add([file('a.png'), file('b.png')]);
      await settled(uploader);
      expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['stored', 'stored']);
      const [again = ''] = uploader.add([file('c.png')]);
      await settled(uploader);
      expect(statusOf(uploader.getUpload(again))).toBe('stored');
      expect(thrown.length).toBe(6);
    } finally {
      process.off('uncaughtException', keep);
      for (const listener of others) process.on('uncaughtException', listener);
    }
  });
});

describe('removing', () => {
  it('sends nothing for a file that was removed while it was being signed', async () => {
    const { uploader, sent, backend } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.remove(id);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent).toHaveLength(0);
    expect(uploader.getIds()).toEqual([]);
    expect(await objectsOf(backend)).toEqual([]);
  });

  it('stops a transfer, leaves nothing in S3, and lets the others go on', async () => {
    const { uploader, backend, events } = await world({
      concurrency: 1,
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [first = '', second = ''] = uploader.add([file('a.png'), file('b.png')]);
    await eventually(() => expect(statusOf(uploader.getUpload(first))).toBe('sending'));
    uploader.remove(first);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(second))).toBe('stored');
    expect(events.some((event) => event.type === 'stored' && event.upload.id === first)).toBe(false);
    await eventually(async () => expect(await objectsOf(backend)).toHaveLength(1));
  });

  it('leaves a stored attachment stored', async () => {
    const { uploader, client } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    uploader.remove(id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await client.listAttachments({ ticketId: '1' })).attachments).toHaveLength(1);
  });

  it('withdraws what was signed for a file that is gone', async () => {
    const { uploader, calls } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.remove(id);
    await eventually(() => expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(1));
  });

  it('tells of no failure of a file that was removed while its cause was looked for', async () => {
    const { uploader, events } = await world({
      script: () => ({ status: 0 }),
      refuse: (call) => {
        if (call.endsWith('/failure')) for (const id of uploader.getIds()) uploader.remove(id);
      },
    });
    uploader.add([file('a.png')]);
    await eventually(() => expect(events.at(-1)?.type).toBe('removed'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(events.map(({ type }) => type)).toEqual(['added', 'removed']);
  });
});
