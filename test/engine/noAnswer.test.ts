import { afterEach, describe, expect, it, vi } from 'vitest';
import { file, holdTimers, settledInTime, statusOf, world } from './createWorld.ts';

afterEach(() => void vi.useRealTimers());

describe('a PUT that moves nothing', () => {
  it('is ended and tried again', async () => {
    holdTimers();
    const { uploader, sent } = await world({ script: (attempt) => (attempt === 1 ? 'hold' : 'through') });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent).toHaveLength(2);
  });

  it('is not taken for one that is slow and steady', async () => {
    holdTimers();
    let tries = 0;
    const { uploader } = await world({
      transfer: async ({ onProgress, body, signal }) => {
        tries++;
        for (let sent = 0; sent < body.size; sent += 100) {
          await new Promise((resolve) => setTimeout(resolve, 20_000));
          if (signal.aborted) throw signal.reason;
          onProgress(sent);
        }
        return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>', loaded: body.size };
      },
    });
    uploader.add([file('a.png', 1000)]);
    await settledInTime(uploader);
    expect(tries).toBe(1);
  });
});

describe('no answer at all', () => {
  const codeOf = (upload: unknown) =>
    (upload as { verdict?: { diagnosis?: { code: string; certainty: string } } }).verdict?.diagnosis;

  it('before any byte claims nothing for certain', async () => {
    holdTimers();
    const { uploader } = await world({ script: () => ({ status: 0 }) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(codeOf(uploader.getUpload(id))).toMatchObject({ code: 'transfer_blocked', certainty: 'possible' });
  });

  it('after bytes moved is a lost connection, likely', async () => {
    holdTimers();
    const { uploader } = await world({ script: () => ({ status: 0, loaded: 400 }) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(codeOf(uploader.getUpload(id))).toMatchObject({ code: 'connection_lost', certainty: 'likely' });
  });

  it('while another file succeeds is waited for, and not taken for the set-up', async () => {
    holdTimers();
    let silent = 4;
    const { uploader, events } = await world({
      concurrency: 1,
      script: (_, url) => (url.includes('second') && silent-- > 0 ? { status: 0 } : 'through'),
    });
    const [, second = ''] = uploader.add([file('first.png'), file('second.png')]);
    await settledInTime(uploader);
    expect(statusOf(uploader.getUpload(second))).toBe('stored');
    expect(events.some(({ type }) => type === 'failed')).toBe(false);
  });

  it('while CORS was taken away in the middle is said as soon as S3 tells', async () => {
    holdTimers();
    const { uploader, backend } = await world({
      concurrency: 1,
      script: (_, url) => {
        if (!url.includes('second')) return 'through';
        for (const bucket of backend.s3.account.buckets) bucket.cors = null;
        return { status: 0 };
      },
    });
    const [first = '', second = ''] = uploader.add([file('first.png'), file('second.png')]);
    await settledInTime(uploader, 60_000);
    expect(statusOf(uploader.getUpload(first))).toBe('stored');
    expect(codeOf(uploader.getUpload(second))).toMatchObject({ code: 'cors_missing' });
  });

  it('of a server that is away for six seconds loses no file, and all that waited go on within 1.5 s of its return', async () => {
    holdTimers();
    let away = false;
    let backAt = Number.POSITIVE_INFINITY;
    const resumed: number[] = [];
    const { uploader, events } = await world({
      script: async (attempt) => {
        if (Date.now() >= backAt) resumed.push(Date.now() - backAt);
        if (attempt === 30) {
          away = true;
          setTimeout(() => {
            away = false;
            backAt = Date.now();
          }, 6000);
        }
        return away ? { status: 0 } : 'through';
      },
      refuse: () => {
        if (away) throw new TypeError('Failed to fetch');
      },
    });
    uploader.add(Array.from({ length: 100 }, (_, index) => file(`${index}.png`, 10)));
    await settledInTime(uploader);
    expect(uploader.getSummary().stored).toBe(100);
    // Six waited; the others follow behind them at their own pace.
    expect(resumed[5]).toBeLessThanOrEqual(1500);
    expect(events.filter(({ type }) => type === 'held')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'released')).toHaveLength(1);
  });

  it('of a server that never comes back ends, with its reason', async () => {
    holdTimers();
    let away = false;
    const { uploader } = await world({
      concurrency: 1,
      patience: 60_000,
      script: async () => {
        if (away) return { status: 0 };
        away = true;
        return 'through' as const;
      },
    });
    const [, second = ''] = uploader.add([file('a.png'), file('b.png')]);
    await settledInTime(uploader, 120_000);
    expect(uploader.getUpload(second)).toMatchObject({ status: 'failed' });
  });
});
