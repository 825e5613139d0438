'use client';
import type { PickedFile } from '../../engine/index.ts';
import { isLitter } from './isLitter.ts';

/** The files that were chosen in an `<input type="file">`, of a folder with their places in it. Looks at no size, which takes its time. */
export function readInput({ files }: Pick<HTMLInputElement, 'files'>): PickedFile[] {
  const picked: PickedFile[] = [];
  for (const file of files ?? []) {
    const path = file.webkitRelativePath;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (folder === '' || !isLitter(file.name)) picked.push({ file, folder });
  }
  return picked;
}
