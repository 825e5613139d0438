import type { ShrinkOptions } from './shrinkImage.ts';

/** `shrinkImage`, whose code is loaded with the first picture; where that fails, files go as they are. */
export function createShrinker(options: ShrinkOptions): (file: File) => Promise<File> {
  return async (file) => {
    if (!file.type.startsWith('image/')) return file;
    const { shrinkImage } = await import('./shrinkImage.ts');
    return shrinkImage(options)(file);
  };
}
