import { beforeAll, describe, expect, it } from 'vitest';
import { type Route, type RouteName, routes } from '../../src/contract/index.ts';
import { createWorld, type Role, site, type World } from './support/createWorld.ts';
import { files, requestFor } from './support/requestFor.ts';

const expected: Record<RouteName, Record<Role, number>> = {
  readSettings: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  saveSettings: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  changeStatus: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  listChanges: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  readMove: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  startMove: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  changeMoveStatus: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  detectRegion: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  checkConnection: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  signProof: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 200 },
  confirmProof: { nobody: 401, customer: 403, reader: 403, agent: 403, administrator: 204 },
  signUploads: { nobody: 401, customer: 403, reader: 403, agent: 200, administrator: 200 },
  uploadContent: { nobody: 401, customer: 404, reader: 403, agent: 204, administrator: 204 },
  completeUpload: { nobody: 401, customer: 404, reader: 403, agent: 200, administrator: 200 },
  // Each file has an answer of its own.
  completeUploads: { nobody: 401, customer: 200, reader: 200, agent: 200, administrator: 200 },
  // What one person has begun to send nobody else takes up.
  createMultipart: { nobody: 401, customer: 404, reader: 403, agent: 200, administrator: 404 },
  signParts: { nobody: 401, customer: 404, reader: 403, agent: 200, administrator: 404 },
  listParts: { nobody: 401, customer: 404, reader: 403, agent: 200, administrator: 404 },
  reportFailure: { nobody: 401, customer: 404, reader: 403, agent: 200, administrator: 200 },
  listAttachments: { nobody: 401, customer: 403, reader: 200, agent: 200, administrator: 200 },
  deleteTicketAttachments: { nobody: 401, customer: 403, reader: 403, agent: 200, administrator: 200 },
  // Everybody has drafts of their own: another's is empty.
  listDraft: { nobody: 401, customer: 403, reader: 200, agent: 200, administrator: 200 },
  sendDraft: { nobody: 401, customer: 403, reader: 403, agent: 200, administrator: 404 },
  readContent: { nobody: 401, customer: 404, reader: 200, agent: 200, administrator: 200 },
  deleteAttachment: { nobody: 401, customer: 404, reader: 403, agent: 204, administrator: 204 },
};

const rows = (Object.keys(routes) as RouteName[]).flatMap((name) =>
  (Object.entries(expected[name]) as [Role, number][]).map(([role, status]) => [name, role, status] as const),
);

const inParts: readonly RouteName[] = ['createMultipart', 'signParts', 'listParts'];

/** A file of one byte in ticket 1, in the state that the route is for: in the database, or on its way to S3 in parts. */
async function attachmentFor(world: World, name: RouteName): Promise<string> {
  const parts = inParts.includes(name);
  if (parts) await world.configure();
  const as = parts ? ('parts' as const) : ('put' as const);
  const draft = name === 'sendDraft' ? { draftId: 'd' } : {};
  const { uploads } = await world.call('agent', 'signUploads', {
    body: { ticketId: '1', ...draft, files: files.map((file) => ({ ...file, as })) },
  });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed') throw new Error('refused');
  const params = { attachmentId: result.attachmentId };
  if (parts) {
    const begin = { params, body: { partSize: 5 * 1024 ** 2, parts: [] } };
    if (name !== 'createMultipart') await world.call('agent', 'createMultipart', begin);
    return result.attachmentId;
  }
  if (name !== 'uploadContent') await world.call('agent', 'uploadContent', { params, bytes: 'x' });
  if (name === 'startMove') await world.configure();
  if (name === 'readContent' || name === 'sendDraft') await world.call('agent', 'completeUpload', { params });
  return result.attachmentId;
}

describe('who may do what in ticket 1', () => {
  it.each(rows)('%s answers the %s with %i', async (name, role, status) => {
    const world = createWorld();
    const attachmentId = await attachmentFor(world, name);
    const response = await world.send(role, name, requestFor(name, attachmentId));
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')?.includes('problem')).toBe(
      status >= 400 ? true : response.body ? false : undefined,
    );
  });

  it('a customer works in their own ticket', async () => {
    const world = createWorld();
    const { uploads } = await world.call('customer', 'signUploads', { body: { ticketId: '2', files } });
    expect(uploads[0]?.result.status).toBe('signed');
    expect(await world.call('customer', 'listAttachments', { params: { ticketId: '2' } })).toEqual({
      attachments: [],
    });
  });
});

describe('a request that another site makes a browser send', () => {
  let world: World;
  beforeAll(() => {
    world = createWorld({ allowedOrigins: ['https://help.acme.test/'] });
  });
  const changing = (Object.entries(routes) as [RouteName, Route][])
    .filter(([, { method }]) => method !== 'GET')
    .map(([name]) => name);

  it.each(changing)('%s is refused by its origin', async (name) => {
    const input = requestFor(name, 'a');
    for (const origin of [
      'https://evil.test',
      'null',
      'http://desk.acme.test',
      'https://desk.acme.test.evil.test',
      '',
    ]) {
      const problem = await world.refusal('administrator', name, { ...input, headers: { origin } });
      expect(problem).toMatchObject({ code: 'origin_not_allowed', status: 403 });
    }
  });

  it.each(changing)('%s is refused with the content type of a form', async (name) => {
    const input = requestFor(name, 'a');
    const forms = [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded;charset=utf-8',
    ];
    for (const type of forms) {
      const problem = await world.refusal('administrator', name, {
        ...input,
        headers: { 'content-type': type },
      });
      expect(problem.verdict).toMatchObject({
        diagnosis: { code: 'invalid_input', issues: [{ path: 'content-type' }] },
      });
    }
  });

  it('is told from the page’s own by the Host header, where the host writes another address into the URL', async () => {
    const request = (origin: string, host: Record<string, string> = { host: 'desk.acme.test' }) =>
      new Request('https://localhost:3000/uploads', {
        method: 'POST',
        headers: { 'x-role': 'agent', 'content-type': 'application/json', origin, ...host },
        body: JSON.stringify({ ticketId: '1', files }),
      });
    expect((await world.handle(request('https://desk.acme.test'))).status).toBe(200);
    for (const origin of ['https://evil.test', 'http://desk.acme.test', 'null'])
      expect((await world.handle(request(origin))).status).toBe(403);
    for (const origin of ['https://null', 'https://undefined', 'https://'])
      expect((await world.handle(request(origin, {}))).status).toBe(403);
  });

  it('is refused without an origin when the browser calls it cross-site', async () => {
    const request = (site_: string) =>
      new Request(`${site}/uploads`, {
        method: 'POST',
        headers: { 'x-role': 'agent', 'content-type': 'application/json', 'sec-fetch-site': site_ },
        body: JSON.stringify({ ticketId: '1', files }),
      });
    expect((await world.handle(request('cross-site'))).status).toBe(403);
    expect((await world.handle(request('same-origin'))).status).toBe(200);
  });

  it('is taken from an origin on the list, and from a program that sends none', async () => {
    const body = { ticketId: '1', files };
    await world.call('agent', 'signUploads', { body, headers: { origin: 'https://help.acme.test' } });
    const response = await world.handle(
      new Request(`${site}/uploads`, {
        method: 'POST',
        headers: { 'x-role': 'agent', 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      }),
    );
    expect(response.status).toBe(200);
  });
});
