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
      if (files.length === 0 || bringsText(event.clipboardData, files)) return;
      event.preventDefault();
      onFiles(files.map(withName));
    };
    // A file that misses the zone must not make the browser leave the page; the host's own file inputs take theirs.
    const keepPage = (event: DragEvent) => {
      const onInput = event.target instanceof HTMLInputElement && event.target.type === 'file';
      if (!hasFiles(event.dataTransfer) || onInput || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };

    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('dragover', onDragOver, { signal });
    element.addEventListener('dragleave', onDragLeave, { signal });
    element.addEventListener('drop', onDrop, { signal });
    element.addEventListener('paste', onPaste, { signal });
    addEventListener('dragover', keepPage, { signal });
    addEventListener('drop', keepPage, { signal });
    return () => abort.abort();
  }, [zone, onFiles]);

  return over;
}

// A copied table or page brings text and a picture of it: the text is what was meant. Some systems put the names of
// copied files there: that is no text.
function bringsText(data: DataTransfer | null, files: readonly File[]): boolean {
  const text = data?.getData('text/plain').trim() ?? '';
  const names = new Set(files.map(({ name }) => name));
  return text !== '' && !text.split(/\r?\n/).every((line) => names.has(line.trim()));
}

function withName(file: File): File {
  // Every browser calls a pasted screenshot "image.png".
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file;
  const stamp = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const extension = file.type.split('/')[1]?.replace(/\W.*/, '') || 'bin';
  return new File([file], `Pasted ${stamp}.${extension}`, { type: file.type });
}
