'use client';
import type { PickedFile } from '../../engine/index.ts';

/** The files of a paste; none where text is what was meant, which is then left to the editor. */
export function readPaste(data: DataTransfer): PickedFile[] {
  const files = [...data.files];
  if (bringsText(data, files)) return [];
  return files.map((file, i) => ({ file: withName(file, i), folder: '' }));
}

// A copied table or page brings text and a picture of it: the text is what was meant. Some systems put the names of
// copied files there: that is no text.
function bringsText(data: DataTransfer, files: readonly File[]): boolean {
  const text = data.getData('text/plain').trim();
  const names = new Set(files.map(({ name }) => name));
  return text !== '' && !text.split(/\r?\n/).every((line) => names.has(line.trim()));
}

function withName(file: File, i: number): File {
  // Every browser calls a pasted screenshot "image.png".
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file;
  // Swedish writes the date and time of here as names can sort by them.
  const stamp = new Date().toLocaleString('sv-SE').replaceAll(':', '.');
  const extension = file.type.split('/')[1]?.replace(/\W.*/, '') || 'bin';
  return new File([file], `Pasted ${stamp}${i > 0 ? ` ${i + 1}` : ''}.${extension}`, { type: file.type });
}
