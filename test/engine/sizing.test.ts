import { describe, expect, it } from 'vitest';
import {
  file,
  largeFile,
  mib,
  isStoredAs,
  objectsOf,
  onlyObject,
  settled,
  statusOf,
  world,
} from './createWorld.ts';

const inParts = { concurrency: 3, multipartThreshold: 6 * mib, partSize: 5 * mib };

describe('sizing', () => {
  it('sends a file at the multipart threshold by one PUT', async () => {
    const { uploader, sent, calls } = await world(inParts);
    uploader.add([largeFile(6 * mib)]);
    await settled(uploader);
    expect(sent.map(({ size }) => size)).toEqual([6 * mib]);
    expect(calls).not.toContain('POST /attachments/:id/multipart');
  });

  it('sends a file of one byte more in parts', async () => {
    const { uploader, sent, calls, backend } = await world(inParts);
    const large = largeFile(6 * mib + 1);
    const [id = ''] = uploader.add([large]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(calls).toContain('POST /attachments/:id/complete');
    expect(sent.map(({ size }) => size).sort()).toEqual([mib + 1, 5 * mib]);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('uploads a file of 0 bytes', async () => {
    const { uploader, backend } = await world();
    const [id = ''] = uploader.add([file('empty.txt', 0)]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect((await onlyObject(backend)).byteLength).toBe(0);
  });
});

describe('order', () => {
  it('asks for create, then sends the parts, then completes with the parts sorted though they finished out of order', async () => {
    const held: (() => void)[] = [];
    const { uploader, calls, bodies, backend } = await world({
      ...inParts,
      // The first two parts end last.
      script: (attempt) =>
        attempt < 3 ? new Promise((resolve) => held.push(() => resolve('through'))) : 'through',
    });
    const large = largeFile(15 * mib + 5);
    const [id = ''] = uploader.add([large]);
    await expect.poll(() => held.length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const go of held.reverse()) go();
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    const steps = calls.filter((call) => /multipart|complete|uploads$/.test(call));
    // It was begun by the request that signed it.
    expect(steps).toEqual(['POST /uploads', 'POST /attachments/:id/complete']);
    const inS3 = backend.s3.requests.map(({ method, url }) => `${method} ${url.slice(url.indexOf('?'))}`);
    const created = inS3.findIndex((request) => request.startsWith('POST ?uploads'));
    const firstPart = inS3.findIndex((request) => request.includes('partNumber='));
    const completed = inS3.findIndex((request) => /^POST \?uploadId=/.test(request));
    expect([created, firstPart, completed].toSorted((a, b) => a - b)).toEqual([
      created,
      firstPart,
      completed,
    ]);
    expect(created).toBeGreaterThanOrEqual(0);
    const { parts } = bodies[calls.indexOf('POST /attachments/:id/complete')] as {
      parts: { number: number }[];
    };
    expect(parts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('begins the first of several large files with the signatures of all, and the others when their turn comes', async () => {
    const { uploader, calls, bodies, backend } = await world(inParts);
    const [one, two] = [largeFile(12 * mib, 'one.mov'), largeFile(13 * mib, 'two.mov')];
    const ids = uploader.add([one, two, file('small.png')]);
    await settled(uploader);
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['stored', 'stored', 'stored']);
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
    expect(bodies[0]).toMatchObject({
      begin: { id: ids[0], parts: [{ number: 1 }, { number: 2 }, { number: 3 }] },
    });
    expect(calls.filter((call) => call === 'POST /attachments/:id/multipart')).toHaveLength(1);
    expect(await objectsOf(backend)).toHaveLength(3);
  });

  it('begins by a request of its own where the first parts have to be digested first', async () => {
    const { uploader, calls, bodies, backend } = await world({ ...inParts, integrity: 'sha256' });
    const large = largeFile(12 * mib);
    uploader.add([large]);
    await settled(uploader);
    expect(bodies[0]).not.toHaveProperty('begin');
    expect(calls.filter((call) => call === 'POST /attachments/:id/multipart')).toHaveLength(1);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('hands one small file more to the browser than it has connections, and no large one', async () => {
    const mostOf = async (size: number, concurrency: number) => {
      let most = 0;
      const { uploader, underWay } = await world({
        concurrency,
        script: async () => {
          most = Math.max(most, underWay());
          await new Promise((resolve) => setTimeout(resolve, 5));
          return 'through' as const;
        },
      });
      uploader.add(Array.from({ length: 20 }, (_, index) => file(`${index}.png`, size)));
      await settled(uploader);
      expect(uploader.getSummary().stored).toBe(20);
      return most;
    };
    expect(await mostOf(64 * 1024, 6)).toBe(7);
    expect(await mostOf(64 * 1024 + 1, 6)).toBe(6);
    expect(await mostOf(1000, 5)).toBe(5);
  });

  it('has at most so many requests in flight over all files and parts together', async () => {
    let most = 0;
    const { uploader, underWay } = await world({
      ...inParts,
      script: async () => {
        most = Math.max(most, underWay());
        await new Promise((resolve) => setTimeout(resolve, 5));
        return 'through' as const;
      },
    });
    uploader.add([largeFile(16 * mib), ...Array.from({ length: 9 }, (_, index) => file(`${index}.png`))]);
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(10);
    expect(most).toBe(3);
  });

  it('never lets a slow file hold the others back, although it took every place', async () => {
    const { uploader } = await world({
      ...inParts,
      script: (_, __, size) => (size > mib ? 'hold' : 'through'),
    });
    uploader.add([largeFile(20 * mib)]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [small = ''] = uploader.add([file('small.png')]);
    await expect.poll(() => statusOf(uploader.getUpload(small)), { timeout: 4000 }).toBe('stored');
  });

  it('slices a part when its turn comes, so that memory stays flat', async () => {
    let sliced = 0;
    let done = 0;
    const ahead: number[] = [];
    const { uploader } = await world({
      ...inParts,
      concurrency: 2,
      script: async () => {
        ahead.push(sliced - done);
        await new Promise((resolve) => setTimeout(resolve, 10));
        done++;
        return 'through' as const;
      },
      integrity: 'none',
    });
    const large = largeFile(40 * mib);
    const { slice } = large;
    large.slice = (...range) => {
      sliced++;
      return slice.apply(large, range);
    };
    uploader.add([large]);
    await settled(uploader, 15_000);
    expect(done).toBe(8);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(2);
  });
});
