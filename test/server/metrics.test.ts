import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/server/observe/createMetrics.ts';
import { createMemoryStore } from '../../src/server/index.ts';
import {
  createWorld,
  encryptionKey,
  saved,
  secret,
  site,
  type Role,
  type World,
} from './support/createWorld.ts';
import { type Family, parsePrometheus } from './support/parsePrometheus.ts';

const ask = (world: World, role: Role, headers: Record<string, string> = {}) =>
  world.handle(new Request(`${site}/metrics`, { headers: { 'x-role': role, ...headers } }));

async function scrape(world: World): Promise<Map<string, Family>> {
  const response = await ask(world, 'administrator');
  expect(response.status).toBe(200);
  return parsePrometheus(await response.text());
}

/** The value of one series; 0 where it is not there. */
function valueOf(families: Map<string, Family>, name: string, labels: Record<string, string> = {}): number {
  const family = families.get(name.replace(/_(?:bucket|sum|count)$/, '')) ?? families.get(name);
  const same = (own: Record<string, string>) =>
    JSON.stringify(Object.entries(own).sort()) === JSON.stringify(Object.entries(labels).sort());
  return family?.samples.find((sample) => sample.name === name && same(sample.labels))?.value ?? 0;
}

describe('who may read the metrics', () => {
  it('are administrators, and nobody else unless the host says so', async () => {
    const world = createWorld();
    const statuses = [];
    for (const role of ['nobody', 'customer', 'reader', 'agent', 'administrator'] as const)
      statuses.push((await ask(world, role)).status);
    expect(statuses).toEqual([401, 403, 403, 403, 200]);
  });

  it('is who the host says, and an administrator is nobody special then', async () => {
    const authorize = async (request: Request) => request.headers.get('authorization') === 'Bearer scraper';
    const world = createWorld({ metrics: { authorize } });
    expect((await ask(world, 'nobody', { authorization: 'Bearer scraper' })).status).toBe(200);
    expect((await ask(world, 'administrator')).status).toBe(403);
    const broken = createWorld({ metrics: { authorize: () => Promise.reject(new Error('away')) } });
    expect((await ask(broken, 'administrator')).status).toBe(500);
  });

  it('gets text that Prometheus knows, and that nothing in between keeps', async () => {
    const response = await ask(createWorld(), 'administrator');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    parsePrometheus(await response.text());
  });
});

describe('the metrics', () => {
  it('count requests by route and status, with the time they took', async () => {
    const world = createWorld();
    for (let count = 0; count < 3; count++)
      await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    await world.refusal('customer', 'listAttachments', { params: { ticketId: '1' } });
    await world.handle(new Request(`${site}/somewhere`));
    await world.handle(new Request(`${site}/health`));
    const seen = await scrape(world);
    const requests = (route: string, status: string) =>
      valueOf(seen, 's3a_requests_total', { route, status });
    expect([requests('listAttachments', '200'), requests('listAttachments', '403')]).toEqual([3, 1]);
    expect([requests('none', '404'), requests('health', '200')]).toEqual([1, 1]);
    expect(valueOf(seen, 's3a_request_seconds_count', { route: 'listAttachments' })).toBe(4);
    const sum = valueOf(seen, 's3a_request_seconds_sum', { route: 'listAttachments' });
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThan(30);
  });

  it('count files and parts that were signed, files that were stored once, and failures by their cause', async () => {
    const world = createWorld({ rateLimits: { check: { burst: 1, perMinute: 1 } } });
    await world.configure();
    const files = ['a', 'b', 'c'].map((id) => ({ id, name: `${id}.png`, size: 1, type: 'image/png' }));
    const tooLarge = { id: 'd', name: 'd.bin', size: 9e12, type: '', as: 'put' as const };
    await world.call('agent', 'signUploads', { body: { ticketId: '1', files: [...files, tooLarge] } });
    const { uploads } = await world.call('agent', 'signUploads', {
      body: {
        ticketId: '1',
        files: [{ id: 'film', name: 'a.mp4', size: 20 * 1024 ** 2, type: '', as: 'parts' }],
        begin: { id: 'film', partSize: 5 * 1024 ** 2, parts: [{ number: 1 }, { number: 2 }] },
      },
    });
    const film = uploads[0]?.result;
    const params = { attachmentId: film?.status === 'signed' ? film.attachmentId : '' };
    await world.call('agent', 'signParts', { params, body: { parts: [{ number: 3 }] } });
    const { attachment } = await world.upload('e.png', 'hello');
    await world.call('agent', 'completeUpload', { params: { attachmentId: attachment.id } });
    for (let count = 0; count < 3; count++)
      await world.send('administrator', 'detectRegion', { body: { bucket: saved.bucket } });
    const seen = await scrape(world);
    expect(valueOf(seen, 's3a_files_signed_total')).toBe(5);
    expect(valueOf(seen, 's3a_parts_signed_total')).toBe(3);
    expect(valueOf(seen, 's3a_files_stored_total', { stored_in: 's3' })).toBe(1);
    expect(valueOf(seen, 's3a_rate_limited_total', { limit: 'check' })).toBe(2);
    expect(valueOf(seen, 's3a_failures_total', { code: 'rate_limited' })).toBe(2);
  });

  it('are there from the start where they have no labels, so that nothing and broken are two things', async () => {
    const seen = await scrape(createWorld());
    expect(seen.get('s3a_files_signed_total')?.samples).toEqual([
      { name: 's3a_files_signed_total', labels: {}, value: 0 },
    ]);
  });

  it('have labels out of our own lists only, whatever is asked for', async () => {
    const store = createMemoryStore();
    const world = createWorld({ store });
    await world.configure();
    for (let count = 0; count < 300; count++) {
      await world.handle(new Request(`${site}/made-up-${count}`, { method: count % 2 ? 'GET' : 'PUT' }));
      await world.handle(
        new Request(`${site}/tickets/${count}/attachments`, { headers: { 'x-role': 'agent' } }),
      );
    }
    const response = await ask(world, 'administrator');
    const text = await response.text();
    expect(text.split('\n').length).toBeLessThan(200);
    for (const hidden of [secret, encryptionKey, saved.bucket, saved.accessKeyId, 'made-up', 'gil', site])
      expect(text).not.toContain(hidden);
  });

  it('stay small and well-formed when a label goes wrong', () => {
    const metrics = createMetrics();
    for (let index = 0; index < 5000; index++)
      metrics.count('s3a_failures_total', { code: `"\\\n{}, ${index}` });
    for (let index = 0; index < 5000; index++)
      metrics.observe('s3a_request_seconds', { route: `${index}` }, index / 100);
    metrics.observe('s3a_request_seconds', { route: '1' }, Number.NaN);
    const seen = parsePrometheus(metrics.write());
    const { samples = [] } = seen.get('s3a_failures_total') ?? {};
    expect(samples.length).toBeLessThanOrEqual(1001);
    expect(samples.reduce((sum, { value }) => sum + value, 0)).toBe(5000);
    expect(samples[7]?.labels.code).toBe('"\\\n{}, 7');
  });

  it('put a time into every bucket that it fits into', () => {
    const metrics = createMetrics();
    for (const seconds of [0.001, 0.005, 0.3, 99]) metrics.observe('s3a_sweep_seconds', {}, seconds);
    const seen = parsePrometheus(metrics.write());
    const within = (le: string) => valueOf(seen, 's3a_sweep_seconds_bucket', { le });
    expect([within('0.005'), within('0.25'), within('0.5'), within('10'), within('+Inf')]).toEqual([
      2, 2, 3, 3, 4,
    ]);
    expect(valueOf(seen, 's3a_sweep_seconds_sum')).toBeCloseTo(99.306);
  });
});

describe('the reader of the tests', () => {
  it.each([
    'a_total 1\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total 1',
    '# HELP a_total x\n# TYPE a_total counter\na_total{b=1} 1\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total{b="1",} 1\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total{b="\\x"} 1\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total one\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total 1\na_total 2\n',
    '# HELP a_total x\n# TYPE a_total counter\na_total -1\n',
    '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 1\na_sum 1\na_count 1\n',
  ])('is strict: %j', (text) => {
    expect(() => parsePrometheus(text)).toThrow();
  });
});
