import { expect, it, onTestFinished, vi } from 'vitest';
import { shrinkImage } from '../../src/engine/shrinkImage.ts';

/** A picture with noise, so that it has a size; its left half is red, or with `clear` transparent. */
async function picture(
  width: number,
  height: number,
  { type = 'image/jpeg', name = 'photo.jpg', clear = false } = {},
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const image = context.createImageData(width, height);
  for (let i = 0; i < image.data.length; i += 4) {
    const noise = (Math.imul(i, 2_654_435_761) >>> 26) & 63;
    image.data.set([noise, noise, 128 + noise, 255], i);
  }
  context.putImageData(image, 0, 0);
  context.fillStyle = '#f00';
  if (clear) context.clearRect(0, 0, width / 2, height);
  else context.fillRect(0, 0, width / 2, height);
  const blob = await canvas.convertToBlob({ type, quality: 0.95 });
  return new File([blob], name, { type, lastModified: 1_700_000_000_000 });
}

async function look(
  file: File,
): Promise<{ width: number; height: number; at(x: number, y: number): number[] }> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const { width, height } = canvas;
  return { width, height, at: (x, y) => [...context.getImageData(x, y, 1, 1).data] };
}

/** The same JPEG with the note of a camera that was held upright: turn it right by a quarter. */
async function turned(file: File): Promise<File> {
  const jpeg = new Uint8Array(await file.arrayBuffer());
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const note = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return new File([jpeg.slice(0, 2), note, jpeg.slice(2)], file.name, { type: file.type });
}

const shrink = shrinkImage({ maxWidth: 400, maxHeight: 400 });
const [red] = [[254, 0, 0, 255]];
const near = (a: readonly number[], b: readonly number[] = []) =>
  a.every((v, i) => Math.abs(v - (b[i] ?? 0)) < 24);

it('makes a large picture fit, in its proportions, with its name and date', async () => {
  const large = await picture(1600, 800);
  const small = await shrink(large);
  expect(small.size).toBeLessThan(large.size);
  expect([small.name, small.type, small.lastModified]).toEqual([
    'photo.jpg',
    'image/jpeg',
    1_700_000_000_000,
  ]);
  const seen = await look(small);
  expect([seen.width, seen.height]).toEqual([400, 200]);
  expect(near(seen.at(50, 100), red)).toBe(true);
  expect(near(seen.at(350, 100), red)).toBe(false);
});

it('keeps a picture upright that a camera has marked as turned', async () => {
  const seen = await look(await shrink(await turned(await picture(1600, 800))));
  expect([seen.width, seen.height]).toEqual([200, 400]);
  // The left half is the upper one now.
  expect(near(seen.at(100, 50), red)).toBe(true);
  expect(near(seen.at(100, 350), red)).toBe(false);
});

it('leaves a picture alone that fits', async () => {
  const fits = await picture(400, 400);
  expect(await shrink(fits)).toBe(fits);
});

it('never makes a file larger', async () => {
  // Noise, which PNG keeps to the last grain.
  const jpeg = await picture(300, 300);
  expect(await shrinkImage({ maxWidth: 299, maxHeight: 299, type: 'image/png' })(jpeg)).toBe(jpeg);
  expect(await shrinkImage({ maxWidth: 299, maxHeight: 299, type: 'image/webp' })(jpeg)).not.toBe(jpeg);
});

it('changes the extension with the type, and paints what was transparent white in a JPEG', async () => {
  const png = await picture(800, 800, { type: 'image/png', name: 'my.scan.PNG', clear: true });
  const jpeg = await shrinkImage({ maxWidth: 400, maxHeight: 400, type: 'image/jpeg' })(png);
  expect([jpeg.name, jpeg.type]).toEqual(['my.scan.jpg', 'image/jpeg']);
  expect(near((await look(jpeg)).at(50, 200), [255, 255, 255, 255])).toBe(true);
  const webp = await shrinkImage({ maxWidth: 400, maxHeight: 400, type: 'image/webp' })(png);
  expect([webp.name, webp.type]).toEqual(['my.scan.webp', 'image/webp']);
  expect((await look(webp)).at(50, 200)[3]).toBe(0);
  const unnamed = new File([png], 'scan v1.2', { type: 'image/png' });
  const named = await shrinkImage({ maxWidth: 400, maxHeight: 400, type: 'image/jpeg' })(unnamed);
  expect(named.name).toBe('scan v1.2.jpg');
});

it('gives a picture without an extension the one of its new type, and a WebP where the browser cannot write what was wanted', async () => {
  const png = await picture(800, 800, { type: 'image/png', name: 'scan' });
  const jpeg = await shrinkImage({ maxWidth: 400, maxHeight: 400, type: 'image/jpeg' })(png);
  expect(jpeg.name).toBe('scan.jpg');
  // Chromium reads a PNG whatever it is called, and writes no AVIF.
  const avif = new File([png], 'photo.avif', { type: 'image/avif' });
  const webp = await shrink(avif);
  expect([webp.name, webp.type]).toEqual(['photo.webp', 'image/webp']);
});

it('leaves alone an AVIF that moves', async () => {
  const png = await picture(800, 800, { type: 'image/png', name: 'a.png' });
  const moving = new File(['\0\0\0\x20ftypavis\0\0\0\0avismif1', png], 'a.avif', { type: 'image/avif' });
  const decode = vi.spyOn(globalThis, 'createImageBitmap');
  onTestFinished(() => decode.mockRestore());
  expect(await shrink(moving)).toBe(moving);
  expect(decode).not.toHaveBeenCalled();
});

it('keeps another spelling of the right extension', async () => {
  expect((await shrink(await picture(800, 800, { name: 'PHOTO.JPEG' }))).name).toBe('PHOTO.JPEG');
});

it('gives more quality more bytes', async () => {
  const large = await picture(800, 800);
  const sizes = await Promise.all(
    [0.3, 0.9].map(
      async (quality) => (await shrinkImage({ maxWidth: 400, maxHeight: 400, quality })(large)).size,
    ),
  );
  expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
});

it('leaves alone what moves: a PNG or WebP with an animation', async () => {
  const png = await picture(800, 800, { type: 'image/png', name: 'a.png' });
  const moving = new File(
    [png.slice(0, 33), '\0\0\0\x08acTL\0\0\0\x02\0\0\0\0crc.', png.slice(33)],
    'a.png',
    {
      type: 'image/png',
    },
  );
  expect(await shrink(moving)).toBe(moving);
  expect(await shrink(png)).not.toBe(png);

  // With transparency, so that the file says in its head what it holds.
  const webp = await picture(800, 800, { type: 'image/webp', name: 'a.webp', clear: true });
  const bytes = new Uint8Array(await webp.arrayBuffer());
  expect(new TextDecoder().decode(bytes.slice(12, 16))).toBe('VP8X');
  expect(await shrink(webp)).not.toBe(webp);
  bytes[20] = (bytes[20] ?? 0) | 2;
  const movingWebp = new File([bytes], 'a.webp', { type: 'image/webp' });
  const decode = vi.spyOn(globalThis, 'createImageBitmap');
  onTestFinished(() => decode.mockRestore());
  expect(await shrink(movingWebp)).toBe(movingWebp);
  expect(decode).not.toHaveBeenCalled();
});

it.each([
  ['is no picture', new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })],
  ['is a GIF', new File(['GIF89a'], 'a.gif', { type: 'image/gif' })],
  ['is an SVG', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' })],
  ['is damaged', new File([new Uint8Array(100_000)], 'a.jpg', { type: 'image/jpeg' })],
  ['is empty', new File([], 'a.png', { type: 'image/png' })],
  [
    'is too large to be decoded',
    new File(
      [
        Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
        'IHDR',
        Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 8, 6, 0, 0, 0),
        'crc.',
        new Uint8Array(1000),
      ],
      'a.png',
      { type: 'image/png' },
    ),
  ],
])('leaves alone what %s', async (_, file) => {
  expect(await shrink(file)).toBe(file);
});
