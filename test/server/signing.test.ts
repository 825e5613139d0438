import { describe, expect, it } from 'vitest';
import { configured, full, keysOf, parts } from './support/createWorld.ts';

describe('signing uploads', () => {
  it('gives every file a key of its own that cannot be guessed, with a name that is safe in a link', async () => {
    const world = await configured();
    const { target } = await world.sign({ name: '../Ünïcode Rechnung (3).PDF', type: 'application/pdf' });
    const url = new URL(target.url);
    expect(url.origin).toBe('https://acme-triage.s3.eu-central-1.amazonaws.com');
    expect(url.pathname).toMatch(/^\/tickets\/1\/[\w-]{22}\/Unicode-Rechnung-3.PDF$/);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
    expect(target.expiresIn).toBe(900);
  });

  it('puts every key below the prefix of the settings', async () => {
    const world = await configured();
    await world.configure({ keyPrefix: 'help-desk/eu/' });
    const { attachmentId, target } = await world.sign();
    expect(new URL(target.url).pathname).toMatch(/^\/help-desk\/eu\/tickets\/1\/[\w-]{22}\/photo.png$/);
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(await keysOf(world)).toEqual([expect.stringContaining('acme-triage/help-desk/eu/tickets/1/')]);
  });

  it('tells for how many seconds a URL can be used, whatever its own clock says', async () => {
    const world = await configured({ urlLifetime: 60, clockSkew: -86_400_000 });
    const { target } = await world.sign();
    expect(target.expiresIn).toBe(60);
    expect(new URL(target.url).searchParams.get('X-Amz-Expires')).toBe('60');
  });

  it('asks CORS about no content type of a text, with a charset or without: no browser does', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = [{ AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'] }];
    for (const type of ['text/plain', 'text/plain; charset=utf-8']) {
      const diagnosis = await world.fail({ status: 0, body: '' }, { name: 'a.txt', type });
      expect(diagnosis).toMatchObject({ code: 'transfer_blocked', cleared: true });
    }
  });

  it('answers each file by its id, and two equal files stay two', async () => {
    const world = await configured();
    const twin = { name: 'twin.png', size: 5, type: 'image/png' };
    const files = [
      { id: 'b', ...twin },
      { id: 'a', ...twin },
    ];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads.map(({ id }) => id)).toEqual(['b', 'a']);
    for (const [index, { result }] of uploads.entries()) {
      if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('refused');
      expect((await world.put(result.target, `twin${index}`)).status).toBe(200);
      await world.call('agent', 'completeUpload', { params: { attachmentId: result.attachmentId } });
    }
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments.map(({ name }) => name)).toEqual(['twin.png', 'twin.png']);
    expect(new Set(attachments.map(({ url }) => url)).size).toBe(2);
  });

  it('refuses ids that stand for two files', async () => {
    const world = await configured();
    const file = { id: 'a', name: 'a', size: 1, type: '' };
    const { verdict } = await world.refusal('agent', 'signUploads', {
      body: { ticketId: '1', files: [file, file] },
    });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'files.1.id', message: 'duplicate' }] });
  });

  it('refuses the file that is over 5 GiB and signs the others', async () => {
    const world = await configured();
    const size = 5 * 1024 ** 3;
    const files = [
      { id: 'fits', name: 'a.iso', size, type: '' },
      { id: 'not', name: 'b.iso', size: size + 1, type: '' },
    ];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads[0]?.result.status).toBe('signed');
    expect(uploads[1]?.result).toMatchObject({
      status: 'refused',
      verdict: { detail: 'full', diagnosis: { code: 'file_too_large', size: size + 1, maximum: size } },
    });
  });

  it('signs a thousand files with the longest of names in one request', async () => {
    const world = await configured();
    const files = Array.from({ length: 1000 }, (_, index) => ({
      id: `f${index}`,
      name: '\u0001語'.repeat(512),
      size: 1,
      type: 'x'.repeat(255),
    }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads.filter(({ result }) => result.status === 'signed')).toHaveLength(1000);
    const names = uploads.map(({ result }) =>
      result.status === 'signed' && result.target.to === 's3' ? result.target.headers : {},
    );
    expect(Math.max(...names.map((headers) => JSON.stringify(headers).length))).toBeLessThan(2000);
  });

  it('signs the size: S3 takes nothing larger', async () => {
    const world = await configured();
    const { target } = await world.sign({ size: 5 });
    expect(await world.put(target, 'far more than five bytes')).toMatchObject({ status: 403 });
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
  });

  it.each([
    ['a.png', 'image/png', 'image/png', null],
    ['a.pdf', 'application/pdf', 'application/pdf', null],
    ['a.txt', 'text/plain', 'text/plain', null],
    ['a.txt', 'text/plain; charset=utf-8', 'text/plain; charset=utf-8', null],
    ['a.txt', 'Text/Plain;format=flowed;charset="UTF-8"', 'text/plain; charset=utf-8', null],
    ['a.txt', 'text/plain; charset=utf-8,text/html', 'text/plain', null],
    ['a.txt', 'text/plain; charset=a:b\r\nX: y', 'text/plain', null],
    ['a.txt', `text/plain; charset=${'x'.repeat(41)}`, 'text/plain', null],
    ['a.png', 'image/png; charset=utf-8', 'image/png', null],
    [
      'a.csv',
      'text/csv; charset=windows-1252',
      'text/csv; charset=windows-1252',
      'attachment; filename="a.csv"; filename*=UTF-8\'\'a.csv',
    ],
    [
      'a.htm',
      'text/html; charset=utf-8',
      'application/octet-stream',
      'attachment; filename="a.htm"; filename*=UTF-8\'\'a.htm',
    ],
    ['a.mp4', 'video/mp4', 'video/mp4', null],
    ['a.zip', 'application/zip', 'application/zip', 'attachment; filename="a.zip"; filename*=UTF-8\'\'a.zip'],
    [
      'a.html',
      'text/html',
      'application/octet-stream',
      'attachment; filename="a.html"; filename*=UTF-8\'\'a.html',
    ],
    [
      'a.svg',
      'IMAGE/SVG+XML',
      'application/octet-stream',
      'attachment; filename="a.svg"; filename*=UTF-8\'\'a.svg',
    ],
    [
      'a.x',
      'video/evil+xml',
      'application/octet-stream',
      'attachment; filename="a.x"; filename*=UTF-8\'\'a.x',
    ],
    [
      'a.js',
      'text/javascript',
      'application/octet-stream',
      'attachment; filename="a.js"; filename*=UTF-8\'\'a.js',
    ],
    [
      'a\r\nX: y',
      'text/html\r\nX: y',
      'application/octet-stream',
      'attachment; filename="aX-y"; filename*=UTF-8\'\'aX%3A%20y',
    ],
    ['\ud800', '', 'application/octet-stream', 'attachment; filename="file"; filename*=UTF-8\'\'file'],
  ])(
    '%j of type %j is stored so that its link cannot run as a page',
    async (name, type, contentType, disposition) => {
      const world = await configured();
      const { target } = await world.sign({ name, type });
      expect(target.headers).toEqual({
        'content-type': contentType,
        ...(disposition === null ? {} : { 'content-disposition': disposition }),
      });
      expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
      const response = await world.s3(new Request(target.url.split('?')[0] ?? ''));
      expect(response.headers.get('content-type')).toBe(contentType);
      expect(response.headers.get('content-disposition')).toBe(disposition);
      const other = await world.put(
        { ...target, headers: { ...target.headers, 'content-type': 'text/html' } },
        'hello',
      );
      expect(other).toMatchObject({ status: 403 });
    },
  );
});
