import { describe, expect, it } from 'vitest';
import type { BodyOf } from '../../src/contract/index.ts';
import type { DiagnosisCode } from '../../src/diagnosis/index.ts';
import { createWorld, full, keysOf, type World } from './support/createWorld.ts';
import { s3Fault } from './support/s3Fault.ts';

const withCode = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) });

const ways: [how: string, code: DiagnosisCode, answer: () => Response][] = [
  [
    'refuses connections',
    's3_unreachable',
    () => {
      throw withCode('ECONNREFUSED');
    },
  ],
  [
    'does not answer in time',
    's3_unreachable',
    () => {
      throw new DOMException('Out of time.', 'TimeoutError');
    },
  ],
  [
    'breaks connections off',
    's3_unreachable',
    () => {
      throw withCode('ECONNRESET');
    },
  ],
  ['answers 503', 's3_unavailable', () => s3Fault('ServiceUnavailable', 503, { 'retry-after': '7' })],
  ['answers 500', 's3_unavailable', () => s3Fault('InternalError', 500)],
];

describe.each(ways)('S3 %s', (_, code, answer) => {
  /** A help desk that uses S3, and a switch. */
  async function desk(links: 'public' | 'private' = 'public') {
    const state = { down: false };
    const world = createWorld({ between: () => (state.down ? answer() : null) });
    await world.configure({ links });
    return { world, state };
  }

  const files: BodyOf<'signUploads'>['files'] = [
    { id: 'put', name: 'a.png', size: 5, type: 'image/png' },
    { id: 'form', name: 'b.png', size: 5, type: 'image/png', as: 'form' },
    // More than the database would take.
    { id: 'large', name: 'c.mp4', size: 64 * 1024 ** 2, type: 'video/mp4' },
    { id: 'parts', name: 'd.mp4', size: 64 * 1024 ** 2, type: 'video/mp4', as: 'parts' },
  ];
  const begin = { id: 'parts', partSize: 8 * 1024 ** 2, parts: [{ number: 1 }] };

  async function signAll(world: World) {
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files, begin } });
    return uploads.map(({ result }) => {
      if (result.status !== 'signed') throw new Error('refused');
      return result;
    });
  }

  it('and what is in the list stays in the list, with links that lead where the bytes are', async () => {
    for (const links of ['public', 'private'] as const) {
      const { world, state } = await desk(links);
      const { attachment } = await world.upload('a.png', 'hello');
      state.down = true;
      const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
      expect(attachments).toEqual([attachment]);
      // Whether a browser reaches S3 only that browser can tell: it is led there, and the list says what it saw.
      const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
      expect(response.status).toBe(302);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(new URL(response.headers.get('location') ?? '').host).toBe(
        'acme-triage.s3.eu-central-1.amazonaws.com',
      );
    }
  });

  it('and nothing falls into the database: what is signed is signed for S3, and nothing else is taken', async () => {
    const { world, state } = await desk();
    state.down = true;
    const results = await signAll(world);
    expect(results.map(({ target }) => target.to)).toEqual(['s3', 's3', 's3', 's3_parts']);
    for (const { attachmentId } of results) {
      const params = { attachmentId };
      expect((await world.store.readAttachment(attachmentId))?.storedIn).toBe('s3');
      const { code } = await world.refusal('agent', 'uploadContent', { params, bytes: 'hello' });
      expect(code).toBe('not_found');
      expect(await world.store.findContent(attachmentId)).toBeNull();
    }
  });

  it('and an upload that fails is told why, to the administrator in full and to everybody else in a word', async () => {
    const { world, state } = await desk();
    state.down = true;
    expect((await world.fail({ status: 0, body: '' })).code).toBe(code);
    const { attachmentId } = await world.sign();
    const body = { status: 0, body: '', loaded: 0, total: 5, online: true };
    const { verdict } = await world.call('agent', 'reportFailure', { params: { attachmentId }, body });
    expect(verdict).toMatchObject({ detail: 'redacted', code });
    expect(world.answers.at(-1)).not.toMatch(/amazonaws|acme-triage/);
  });

  it('and nothing can be begun in parts, asked about or registered before it is back; then it can', async () => {
    const { world, state } = await desk();
    await world.save({
      largeFiles: true,
      bucket: 'acme-triage',
      region: 'eu-central-1',
      accessKeyId: 'AKIAACMETRIAGE234567',
    });
    const results = await signAll(world);
    const [whole, , , inParts] = results;
    if (!whole || !inParts || whole.target.to !== 's3') throw new Error('not signed');
    await world.put(whole.target, 'hello');
    state.down = true;
    const refused = async (
      name: 'createMultipart' | 'listParts' | 'completeUpload',
      attachmentId: string,
    ) => {
      const { code, status } = await world.refusal('agent', name, {
        params: { attachmentId },
        body: name === 'createMultipart' ? { partSize: begin.partSize, parts: begin.parts } : {},
      });
      return [code, status];
    };
    expect(await refused('listParts', inParts.attachmentId)).toEqual([code, 503]);
    expect(await refused('createMultipart', inParts.attachmentId)).toEqual([code, 503]);
    expect(await refused('completeUpload', whole.attachmentId)).toEqual([code, 503]);
    const many = await world.call('agent', 'completeUploads', {
      body: { attachmentIds: [whole.attachmentId] },
    });
    expect(many.uploads[0]?.result).toMatchObject({ status: 'refused', verdict: { code } });
    expect((await world.store.readAttachment(whole.attachmentId))?.status).toBe('pending');
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [],
    );
    state.down = false;
    await world.call('agent', 'completeUpload', { params: { attachmentId: whole.attachmentId } });
    expect(await keysOf(world)).toHaveLength(1);
  });

  it('and the settings are read, checked, saved and switched as ever, and say what is wrong', async () => {
    const { world, state } = await desk();
    state.down = true;
    await world.fail({ status: 0, body: '' });
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      status: 'configured',
      health: { status: 'failing', count: 1, diagnosis: { code } },
    });
    const body = { bucket: 'acme-triage', region: 'eu-central-1', accessKeyId: 'AKIAACMETRIAGE234567' };
    const report = await world.call('administrator', 'checkConnection', { body });
    expect(report.outcome).not.toBe('passed');
    expect(report.findings.map((finding) => finding.code)).toContain(code);
    expect(
      await world.call('administrator', 'detectRegion', { body: { bucket: 'acme-triage' } }),
    ).toMatchObject({
      status: 'not_found',
      diagnosis: { code },
    });
    expect(await world.save({ ...body, keyPrefix: 'desk/' })).toMatchObject({ keyPrefix: 'desk/' });
    // Only an administrator sends attachments to the database, and by name.
    expect(await world.changeStatus('disabled')).toMatchObject({ status: 'disabled' });
    const { uploads } = await world.call('agent', 'signUploads', {
      body: { ticketId: '1', files: files.slice(0, 1) },
    });
    expect(uploads[0]?.result).toMatchObject({ status: 'signed', target: { to: 'database' } });
    expect(await world.changeStatus('configured')).toMatchObject({ status: 'configured' });
  });

  it('and is said to work again by the first upload that does', async () => {
    const { world, state } = await desk();
    state.down = true;
    await world.fail({ status: 0, body: '' });
    state.down = false;
    await world.upload('a.png', 'hello');
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'working', recovered: { count: 1, diagnosis: { code } } },
    });
  });

  it('and asks nobody to wait for a reason that it cannot give', async () => {
    const { world, state } = await desk();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    state.down = true;
    const response = await world.send('agent', 'completeUpload', { params: { attachmentId } });
    expect(
      full((await world.refusal('administrator', 'completeUpload', { params: { attachmentId } })).verdict),
    ).toMatchObject({ code });
    expect(response.headers.get('retry-after')).toBe(answerAfter(answer));
  });
});

/** The seconds that S3 asked to wait; `null` where it said nothing. */
function answerAfter(answer: () => Response): string | null {
  try {
    return answer().headers.get('retry-after');
  } catch {
    return null;
  }
}
