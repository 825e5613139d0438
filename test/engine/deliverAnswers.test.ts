import { describe, expect, it } from 'vitest';
import { busy, createDelivery, failed, nothing, silence, taken, tooOld } from './createDelivery.ts';

const refused = { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
const lost = { status: 404, body: '<Error><Code>NoSuchUpload</Code></Error>' };

describe('a storage that is busy', () => {
  it('is tried as often as it may be, after longer and longer, and then somebody finds out why', async () => {
    const way = createDelivery([busy, { status: 429 }, { ...busy, body: 'SlowDown', loaded: 7 }], {
      causes: ['s3_unavailable'],
    });
    expect(await way.arrive()).toEqual(failed('s3_unavailable'));
    expect(way.log).toEqual([
      '0 takes its right',
      '0 goes on',
      '0 sends',
      '0 waits for retry',
      '225 takes its right',
      '225 goes on',
      '225 sends',
      '225 waits for retry',
      '675 takes its right',
      '675 goes on',
      '675 sends',
      '675 asks why',
    ]);
    expect(way.asked).toEqual([{ status: 503, body: 'SlowDown', loaded: 7 }]);
    expect(way.patience.silent('storage')).toBe('patient');
    expect(way.left()).toEqual(nothing);
  });

  it('that takes it at the last try has taken it', async () => {
    const way = createDelivery([busy, busy, taken]);
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.asked).toEqual([]);
  });

  it('is not tried again where there is one try', async () => {
    const way = createDelivery([busy], { maxTries: 1 });
    expect(await way.arrive()).toEqual(failed('server_fault'));
    expect(way.log.slice(2)).toEqual(['0 sends', '0 asks why']);
  });

  it('is left alone for as long as it asks to be', async () => {
    const way = createDelivery([{ ...busy, retryAfter: 7 }, { ...busy, retryAfter: null }, taken]);
    await way.arrive();
    // The chance comes on top: 75 ms, so that not all come at once.
    expect(way.times('sends')).toEqual([0, 7075, 7525]);
  });

  it('is tried at once when somebody wants it for this file, and not when for another', async () => {
    const way = createDelivery([busy, taken]);
    await way.pass(100);
    way.patience.wake('another');
    await way.pass(10);
    way.patience.wake('mine');
    await way.arrive();
    expect(way.times('sends')).toEqual([0, 110]);
  });

  it('is not tried sooner because it has answered somebody else', async () => {
    const way = createDelivery([busy, taken]);
    await way.pass(100);
    way.patience.silent('storage');
    way.patience.answered('storage');
    await way.arrive();
    expect(way.times('sends')).toEqual([0, 225]);
  });
});

describe('a storage that says no', () => {
  it('is asked once, and somebody finds out why', async () => {
    const way = createDelivery([refused], { causes: ['put_not_allowed'] });
    expect(await way.arrive()).toEqual(failed('put_not_allowed'));
    expect(way.log).toEqual(['0 takes its right', '0 goes on', '0 sends', '0 asks why']);
    expect(way.asked).toEqual([{ ...refused, loaded: 0 }]);
    expect(way.patience.silent('storage')).toBe('patient');
  });

  it('since it does not know the upload in parts any more is not asked why', async () => {
    const way = createDelivery([lost]);
    expect(await way.arrive()).toEqual({ end: 'gone' });
    expect(way.times('sends')).toEqual([0]);
    expect(way.asked).toEqual([]);
    expect(way.patience.silent('storage')).toBe('patient');
    expect(way.left()).toEqual(nothing);
  });

  it('because the right is too old gets a new one at once, which is then the right', async () => {
    const way = createDelivery([tooOld, busy, taken], { maxTries: 2 });
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.log).toEqual([
      '0 takes its right',
      '0 goes on',
      '0 sends',
      '0 takes a new right',
      '0 goes on',
      '0 sends',
      '0 waits for retry',
      '225 takes its right',
      '225 goes on',
      '225 sends',
    ]);
    expect(way.asked).toEqual([]);
  });

  it('a second time because the right is too old is believed', async () => {
    const way = createDelivery([tooOld, tooOld], { causes: ['clock_skewed'] });
    expect(await way.arrive()).toEqual(failed('clock_skewed'));
    expect(way.times('takes a new right')).toEqual([0]);
    expect(way.times('sends')).toEqual([0, 0]);
    expect(way.asked).toEqual([{ ...tooOld, loaded: 0 }]);
  });
});

describe('a storage that was never heard of', () => {
  it('is doubted at each silence, and given up at the third', async () => {
    const way = createDelivery([silence, { status: 0, loaded: 400 }, { status: 0, loaded: 500 }], {
      causes: ['connection_lost', 's3_unreachable', 'transfer_blocked'],
      maxTries: 1,
    });
    expect(await way.arrive()).toEqual(failed('transfer_blocked'));
    expect(way.log).toEqual([
      '0 takes its right',
      '0 goes on',
      '0 sends',
      '0 asks why',
      '0 waits for retry',
      '225 takes its right',
      '225 goes on',
      '225 sends',
      '225 asks why',
      '225 waits for server',
      '675 takes its right',
      '675 goes on',
      '675 sends',
      '675 asks why',
    ]);
    expect(way.asked.map(({ loaded }) => loaded)).toEqual([0, 400, 500]);
    expect(way.left()).toEqual(nothing);
  });

  it.each([
    'transfer_blocked',
    'connection_lost',
    'api_unreachable',
    's3_unavailable',
    'server_fault',
  ] as const)('is tried again after %s, which may pass', async (code) => {
    const way = createDelivery([silence, taken], { causes: [code] });
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.times('sends')).toEqual([0, 225]);
    expect(way.times('asks why')).toEqual([0]);
  });

  it.each(['cors_missing', 'public_read_refused', 'file_unreadable', 'csp_blocked'] as const)(
    'is not tried again after %s, which stays',
    async (code) => {
      const way = createDelivery([silence], { causes: [code] });
      expect(await way.arrive()).toEqual(failed(code));
      expect(way.log.slice(2)).toEqual(['0 sends', '0 asks why']);
      expect(way.left()).toEqual(nothing);
    },
  );

  it('may have been silent because the right was too old: once that is tried', async () => {
    const way = createDelivery([silence, silence, silence], {
      causes: ['url_expired', 'url_expired', 'url_expired'],
    });
    expect(await way.arrive()).toEqual(failed('url_expired'));
    expect(way.times('takes its right')).toEqual([0, 675]);
    expect(way.times('takes a new right')).toEqual([225]);
    expect(way.times('asks why')).toEqual([0, 225, 675]);
  });

  it('may have been so at the third silence too, which is not its last one then', async () => {
    const way = createDelivery([silence, silence, silence, taken], {
      causes: ['connection_lost', 'connection_lost', 'url_expired'],
    });
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.times('takes a new right')).toEqual([1575]);
    expect(way.times('sends')).toEqual([0, 225, 675, 1575]);
  });

  it('and says then that the right is too old has had its new one already', async () => {
    const way = createDelivery([silence, tooOld], { causes: ['url_expired', 'clock_skewed'] });
    expect(await way.arrive()).toEqual(failed('clock_skewed'));
    expect(way.times('takes a new right')).toEqual([225]);
  });

  it('and is silent after it got its new right gets no other one', async () => {
    const way = createDelivery([tooOld, silence, silence, silence, taken], {
      causes: ['url_expired', 'url_expired', 'url_expired'],
    });
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    // By its refusal it was heard of: only every third silence is looked into.
    expect(way.times('asks why')).toEqual([675]);
    expect(way.times('takes a new right')).toEqual([0]);
    expect(way.times('sends')).toEqual([0, 0, 225, 675, 1575]);
  });
});

describe('a storage that has answered before', () => {
  it('is tried each second until patience is over, and looked into at every third silence', async () => {
    const way = createDelivery(
      Array.from({ length: 8 }, () => silence),
      {
        known: true,
        patience: 5575,
        maxTries: 1,
        causes: ['connection_lost', 'transfer_blocked', 's3_unreachable'],
      },
    );
    expect(await way.arrive()).toEqual(failed('s3_unreachable'));
    expect(way.times('sends')).toEqual([0, 225, 675, 1575, 2575, 3575, 4575, 5575]);
    expect(way.times('waits for retry')).toEqual([0]);
    expect(way.times('waits for server')).toEqual([225, 675, 1575, 2575, 3575, 4575]);
    expect(way.times('asks why')).toEqual([675, 3575, 5575]);
    expect(way.left()).toEqual(nothing);
  });

  it('is given up at the third silence for a cause that stays', async () => {
    const way = createDelivery([silence, silence, silence], { known: true, causes: ['cors_missing'] });
    expect(await way.arrive()).toEqual(failed('cors_missing'));
    expect(way.times('asks why')).toEqual([675]);
    expect(way.times('sends')).toEqual([0, 225, 675]);
  });

  it('is tried as soon as it answers somebody else', async () => {
    const way = createDelivery([silence, taken], { known: true });
    await way.pass(100);
    way.patience.answered('api');
    await way.pass(10);
    way.patience.answered('storage');
    await way.arrive();
    expect(way.times('sends')).toEqual([0, 110]);
  });

  it.each(['storage', 'api'] as const)('is it also where it is the %s', async (host) => {
    const way = createDelivery([silence, taken], { known: true, host });
    await way.pass(100);
    way.patience.answered(host);
    await way.arrive();
    expect(way.asked).toEqual([]);
    expect(way.times('sends')).toEqual([0, 100]);
  });

  it('has its silences and its busy moments counted apart', async () => {
    const way = createDelivery([busy, silence, busy, silence, busy], { known: true });
    expect(await way.arrive()).toEqual(failed('server_fault'));
    expect(way.times('sends')).toEqual([0, 225, 450, 900, 1350]);
    expect(way.times('waits for retry')).toEqual([0, 225, 450]);
    expect(way.times('waits for server')).toEqual([900]);
  });

  it('is waited for as busy, not as gone, when it is busy after it was silent', async () => {
    const way = createDelivery([silence, silence, busy, taken], { known: true });
    await way.arrive();
    expect(way.times('waits for retry')).toEqual([0, 675]);
    expect(way.times('waits for server')).toEqual([225]);
  });
});

describe('a page whose own policy stops the request', () => {
  it.each([true, false])(
    'is told so at once, also where the storage was heard of before: %s',
    async (known) => {
      const stopped = { status: 0, blockedByCsp: true, host: 'b.test' };
      const way = createDelivery([stopped], { known, causes: ['csp_blocked'] });
      expect(await way.arrive()).toEqual(failed('csp_blocked'));
      expect(way.log.slice(2)).toEqual(['0 sends', '0 asks why']);
      expect(way.asked).toEqual([{ body: '', loaded: 0, ...stopped }]);
      expect(way.left()).toEqual(nothing);
    },
  );

  it('is told so for a cause that passes too: nothing has left the page', async () => {
    const way = createDelivery([{ status: 0, blockedByCsp: true }], { causes: ['server_fault'] });
    expect(await way.arrive()).toEqual(failed('server_fault'));
    expect(way.times('sends')).toEqual([0]);
  });

  it('is told so without a network too', async () => {
    const way = createDelivery([
      (_, line) => {
        line.set(false);
        return { status: 0, blockedByCsp: true };
      },
    ]);
    expect(await way.arrive()).toEqual(failed('server_fault'));
    expect(way.times('waits for network')).toEqual([]);
  });
});
