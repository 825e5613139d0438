'use client';

/** Pictures of the row's height, twice as fine for sharp screens. */
const height = 80;
/** Pictures of this type can be decoded by the browsers; of others, and of larger files, the icon stays. */
const decodable = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;
const largest = 50_000_000;
const atATime = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** True where `createThumbnail` may make something of it. */
export function mayHaveThumbnail(type: string): boolean {
  return decodable.test(type);
}

/**
 * Draws a small picture of a file into a canvas, off the page's thread and a few at a time; no object URL is made, so none
 * can be left behind. Resolves to `false` where the file cannot be decoded or `signal` aborts first.
 */
export async function createThumbnail(
  file: File,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<boolean> {
  // After this turn: a component that is taken away and put back at once asks for nothing in between.
  await Promise.resolve();
  if (running >= atATime) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    if (signal.aborted || file.size > largest) return false;
    const picture = await createImageBitmap(file, { resizeHeight: height, resizeQuality: 'medium' });
    if (signal.aborted) {
      picture.close();
      return false;
    }
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    return true;
  } catch {
    return false;
  } finally {
    running--;
    waiting.shift()?.();
  }
}
