'use client';
import { type RefObject, useEffect, useState } from 'react';

/** Takes files that are dropped on, or pasted into, an element. Text that is dropped or pasted is left alone. Returns true while files are over it. */
export function useFileDrop(zone: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false;

    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A copied table or page brings text and a picture of it: the text is what was meant.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      onFiles(files.map(withName));
    };
    // A file that misses the zone must not make the browser leave the page.
    const keepPage = (event: DragEvent) => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };

    element.addEventListener('dragover', onDragOver);
    element.addEventListener('dragleave', onDragLeave);
    element.addEventListener('drop', onDrop);
    element.addEventListener('paste', onPaste);
    addEventListener('dragover', keepPage);
    addEventListener('drop', keepPage);
    return () => {
      element.removeEventListener('dragover', onDragOver);
      element.removeEventListener('dragleave', onDragLeave);
      element.removeEventListener('drop', onDrop);
      element.removeEventListener('paste', onPaste);
      removeEventListener('dragover', keepPage);
      removeEventListener('drop', keepPage);
    };
  }, [zone, onFiles]);

  return over;
}

function withName(file: File): File {
  // Every browser calls a pasted screenshot "image.png".
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file;
  const stamp = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const extension = file.type.split('/')[1]?.replace(/\W.*/, '') || 'bin';
  return new File([file], `Pasted ${stamp}.${extension}`, { type: file.type });
}
