'use client';
import type { PickedFile } from '../../engine/index.ts';
import { isLitter } from './isLitter.ts';

/** In a drop of more, a file whose kind the browser knows by its name is not asked whether it is a folder. */
const many = 50;

/**
 * The files of a drop, those in its folders among them. To be called in the drop's own turn: afterwards a browser tells nothing of
 * it any more. A folder or file that cannot be read is left out, and the others come all the same. Looks at no size, which takes its time.
 */
export async function readDrop(data: DataTransfer): Promise<PickedFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  // Browsers list a folder among the files too; one by one they give the same more slowly.
  const files = data.files.length === items.length ? [...data.files] : items.map((item) => item.getAsFile());
  // Before anything is awaited. Each answer takes Chromium up to a millisecond, in which the page stands still.
  const folders = items.map((item, i) => {
    if (items.length > many && files[i]?.type) return null;
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : null;
  });
  const picked: PickedFile[] = [];
  for (const [i, file] of files.entries()) {
    const folder = folders[i];
    if (folder) await walk(folder, picked);
    else if (file) picked.push({ file, folder: '' });
  }
  return picked;
}

async function walk(folder: FileSystemDirectoryEntry, picked: PickedFile[]): Promise<void> {
  const reader = folder.createReader();
  const folders: FileSystemDirectoryEntry[] = [];
  for (let batch = await nextOf(reader); batch.length > 0; batch = await nextOf(reader)) {
    const found: FileSystemFileEntry[] = [];
    for (const entry of batch) {
      if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else if (!isLitter(entry.name)) found.push(entry as FileSystemFileEntry);
    }
    const files = await Promise.all(found.map(fileOf));
    for (const file of files) if (file) picked.push({ file, folder: `${folder.fullPath.slice(1)}/` });
  }
  for (const inner of folders) await walk(inner, picked);
}

/** What a folder holds comes by the hundred; none is the end, and so is what cannot be read. */
function nextOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
