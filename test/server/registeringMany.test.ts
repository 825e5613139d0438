import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/diagnosis/index.ts';
import { configured, createWorld, full, parts } from './support/createWorld.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `f${index}`);

describe('registering many files', () => {
  it('answers each by itself, in the order that was asked: one that is refused stops no other', async () => {
    const world = await configured();
    const files = ids(4).map((id) => ({ id, name: `${id}.png`, size: 5, type: 'image/png' }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const signed = uploads.map(({ result }) => {
      if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('Refused.');
      return { attachmentId: result.attachmentId, target: result.target };
    });
    for (const [index, { target }] of signed.entries()) if (index !== 1) await world.put(target, 'hello');
    const attachmentIds = [...signed.map(({ attachmentId }) => attachmentId), 'nobody'];
    const answer = await world.call('agent', 'completeUploads', { body: { attachmentIds } });
    expect(answer.uploads.map(({ attachmentId }) => attachmentId)).toEqual(attachmentIds);
    expect(answer.uploads.map(({ result }) => result.status)).toEqual([
      'stored',
      'refused',
      'stored',
      'stored',
      'refused',
    ]);
    const missing = answer.uploads[1]?.result;
    expect(missing?.status === 'refused' && codeOf(missing.verdict)).toBe('upload_incomplete');
    const again = await world.call('agent', 'completeUploads', { body: { attachmentIds } });
    expect(again.uploads[0]).toEqual(answer.uploads[0]);
  });

  it('asks S3 about a few at a time', async () => {
    let under = 0;
    let most = 0;
    const world = await configured({
      between: async ({ method }) => {
        if (method !== 'GET') return null;
        most = Math.max(most, ++under);
        await new Promise((resolve) => setTimeout(resolve, 20));
        under--;
        return null;
      },
    });
    const files = ids(40).map((id) => ({ id, name: `${id}.png`, size: 5, type: 'image/png' }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const attachmentIds = [];
    for (const { result } of uploads) {
      if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('Refused.');
      await world.put(result.target, 'hello');
      attachmentIds.push(result.attachmentId);
    }
    const answer = await world.call('agent', 'completeUploads', { body: { attachmentIds } });
    expect(answer.uploads.every(({ result }) => result.status === 'stored')).toBe(true);
    // Two questions each: one with the key, one as the public.
    expect(most).toBeLessThanOrEqual(16);
    expect(most).toBeGreaterThan(4);
  });

  it('tells causes by role, with a reference that stands in the log', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    parts(world.account).user.accessKeys = [];
    const verdictFor = async (role: 'agent' | 'administrator') => {
      const body = { attachmentIds: [attachmentId] };
      const { uploads } = await world.call(role, 'completeUploads', { body });
      const result = uploads[0]?.result;
      if (result?.status !== 'refused') throw new Error('Stored.');
      return result.verdict;
    };
    expect(full(await verdictFor('administrator')).code).toBe('access_key_unknown');
    const told = await verdictFor('agent');
    expect(told.detail).toBe('redacted');
    const line = world.log.find(({ reference }) => reference === told.reference);
    expect(line).toMatchObject({ route: 'completeUploads', attachmentId, code: 'access_key_unknown' });
  });

  it('refuses what the caller may not write, one by one', async () => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('Refused.');
    const params = { attachmentId: result.attachmentId };
    await world.call('agent', 'uploadContent', { params, bytes: 'x' });
    const body = { attachmentIds: [result.attachmentId] };
    for (const [role, code] of [
      ['reader', 'not_permitted'],
      ['customer', 'not_found'],
    ] as const) {
      const answer = await world.call(role, 'completeUploads', { body });
      const refused = answer.uploads[0]?.result;
      expect(refused?.status === 'refused' && full(refused.verdict).code).toBe(code);
    }
    const answer = await world.call('agent', 'completeUploads', { body });
    expect(answer.uploads[0]?.result).toMatchObject({
      status: 'stored',
      attachment: { storedIn: 'database' },
    });
  });

  it('takes 10,000 parts with the longest of ETags in one request, and no body without end', async () => {
    const world = await configured();
    const etag = 'e'.repeat(128);
    const checksum = { algorithm: 'sha256', value: `${'a'.repeat(43)}=` } as const;
    const all = Array.from({ length: 10_000 }, (_, index) => ({ number: index + 1, etag, checksum }));
    const params = { attachmentId: 'nobody' };
    expect((await world.refusal('agent', 'completeUpload', { params, body: { parts: all } })).code).toBe(
      'not_found',
    );
    const body = { parts: all, more: 'x'.repeat(4 * 1024 ** 2) };
    expect((await world.refusal('agent', 'completeUpload', { params, body })).code).toBe('invalid_input');
  });
});
