import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { closeOnSignal } from '../../src/server/node/closeOnSignal.ts';
import { createMetrics } from '../../src/server/observe/createMetrics.ts';
import { readText } from '../../src/server/s3/readText.ts';
import { sizeIn } from '../../src/server/s3/readFirstByte.ts';
import { createWorld, full } from './support/createWorld.ts';

describe('a process that is told to end', () => {
  /** A host that ends at SIGUSR2, in this very process. */
  function host(over: { close?: () => Promise<void>; afterwards?: () => void; within?: number } = {}) {
    const done: string[] = [];
    const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      done.push(`exit ${code}`);
      return undefined as never;
    });
    const printed = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      done.push(String(text));
      return true;
    });
    let closed = () => {};
    const server = {
      close: (then: () => void) => {
        done.push('takes nobody new');
        closed = then;
      },
      closeIdleConnections: () => {
        done.push('idle connections end');
        closed();
      },
      closeAllConnections: () => {
        done.push('all connections end');
        closed();
      },
    };
    const forget = closeOnSignal(
      server as never,
      { close: over.close ?? (async () => void done.push('handler closed')) },
      {
        signals: ['SIGUSR2'],
        ...(over.within === undefined ? {} : { within: over.within }),
        ...(over.afterwards ? { afterwards: over.afterwards } : {}),
      },
    );
    onTestFinished(() => {
      forget();
      exit.mockRestore();
      printed.mockRestore();
    });
    return { done, forget };
  }

  it('takes nobody new, closes the handler, ends idle connections, and exits with 0 when the host has put away its own', async () => {
    const order: string[] = [];
    const { done } = host({ afterwards: () => void order.push('put away') });
    process.emit('SIGUSR2');
    await expect.poll(() => done.at(-1)).toBe('exit 0');
    expect(done).toEqual(['takes nobody new', 'handler closed', 'idle connections end', 'exit 0']);
    expect(order).toEqual(['put away']);
    expect(process.listenerCount('SIGUSR2')).toBe(0);
  });

  it('ends connections that are in use too when its time is over', async () => {
    const { done } = host({ within: 0 });
    process.emit('SIGUSR2');
    await expect.poll(() => done.at(-1)).toBe('exit 0');
    expect(done).toContain('all connections end');
    expect(done).not.toContain('idle connections end');
  });

  it('says so and exits with 1 where that does not go well', async () => {
    const { done } = host({ close: () => Promise.reject(new Error('The store is away.')) });
    process.emit('SIGUSR2');
    await expect.poll(() => done.at(-1)).toBe('exit 1');
    expect(done.join('')).toContain('It did not end well: ');
  });

  it('does nothing of it once the host has taken that back', () => {
    const { forget } = host();
    forget();
    expect(process.listenerCount('SIGUSR2')).toBe(0);
  });
});

describe('the account of a process', () => {
  const lines = (text: string, start: string) => text.split('\n').filter((line) => line.startsWith(start));

  it('holds no more series than Prometheus bears: what comes after goes together', () => {
    const metrics = createMetrics();
    for (let at = 0; at < 5000; at++)
      metrics.count('s3a_requests_total' as never, { route: `r${at}`, status: 200 } as never);
    const told = lines(metrics.write(), 's3a_requests_total{');
    expect(told.length).toBeLessThan(5000);
    expect(told.at(-1)).toMatch(/^s3a_requests_total\{overflow="true"\} \d+$/);
  });

  it('keeps a label on its line, and leaves out what is no time', () => {
    const metrics = createMetrics();
    metrics.count('s3a_requests_total' as never, { route: 'a"\\\n', status: 1 } as never);
    metrics.observe('s3a_request_seconds' as never, { route: 'x' } as never, Number.NaN);
    metrics.count('nobody' as never, {} as never);
    const text = metrics.write();
    expect(lines(text, 's3a_requests_total{')).toEqual([
      's3a_requests_total{route="a\\"\\\\\\n",status="1"} 1',
    ]);
    expect(text).not.toMatch(/NaN|nobody/);
  });
});

describe('what S3 answers', () => {
  const body = (bytes: number[], type?: string) =>
    new Response(new Uint8Array(bytes), type ? { headers: { 'content-type': type } } : {});

  it.each([
    ['UTF-8', body([0xc3, 0xa4]), 'ä'],
    ['UTF-16 with its mark', body([0xff, 0xfe, 0xe4, 0]), 'ä'],
    ['UTF-16 the other way round', body([0xfe, 0xff, 0, 0xe4]), 'ä'],
    ['the charset of its header', body([0xe4], 'text/html; charset="iso-8859-1"'), 'ä'],
    ['a charset that nobody knows, as UTF-8', body([0xc3, 0xa4], 'text/html; charset=klingon'), 'ä'],
    ['nothing', new Response(null), ''],
  ])('is read in %s', async (_, response, text) => {
    expect(await readText(response)).toBe(text);
  });

  it('is read no further than it may be', async () => {
    expect(await readText(new Response('x'.repeat(100)), 10)).toBe('x'.repeat(10));
  });

  it.each([
    [206, { 'content-range': 'bytes 0-0/77' }, 77],
    [206, {}, null],
    [206, { 'content-range': 'bytes 0-0/*' }, null],
    [200, { 'content-length': '5' }, 5],
    [200, {}, null],
    [416, {}, 0],
    [404, { 'content-length': '5' }, null],
  ])('with %i and %o tells a size of %s', (status, headers, size) => {
    expect(sizeIn({ status, headers } as Parameters<typeof sizeIn>[0])).toBe(size);
  });
});

describe('a failure of a file that goes to the database', () => {
  it.each([
    [0, { code: 'transfer_blocked' }],
    [502, { code: 'malformed_response', status: 502, certainty: 'likely' }],
  ])('with the status %i is none of S3’s', async (status, diagnosis) => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a.png', size: 5, type: 'image/png' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const [first] = uploads;
    const params = { attachmentId: first?.result.status === 'signed' ? first.result.attachmentId : '' };
    const body = { status, body: '', loaded: 0, total: 5, online: true };
    const { verdict } = await world.call('administrator', 'reportFailure', { params, body });
    expect(full(verdict)).toMatchObject(diagnosis);
  });
});
