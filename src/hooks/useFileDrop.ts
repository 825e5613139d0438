'use client';
import { type RefObject, useEffect, useState } from 'react';
import type { PickedFile } from '../engine/index.ts';
import { lateTaking } from './files/lateTaking.ts';
import { useLoaded } from './useLoaded.ts';

/** How an element takes files. */
export interface FileDropOptions {
  /** Takes none; a file that is dropped there still does not make the browser leave the page. @default false */
  disabled?: boolean | undefined;
}

/**
 * Takes files and folders that are dropped on an element, and files that are pasted into it. Text that is dropped or pasted is left
 * alone, and so is what is dragged from the page itself. Returns true while files are over it.
 */
export function useFileDrop(
  zone: RefObject<HTMLElement | null>,
  onFiles: (files: PickedFile[]) => void,
  { disabled = false }: FileDropOptions = {},
): boolean {
  const [over, setOver] = useState(false);

  const late = useLoaded(lateTaking, 1);

  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    const abort = new AbortController();
    const { signal } = abort;
    if (late) late.takeFiles(element, { onFiles, onOver: setOver, disabled, signal });
    else {
      addEventListener('dragover', keepPage, { signal });
      addEventListener('drop', keepPage, { signal });
      if (!disabled) takeEarly(element, onFiles, signal);
    }
    return () => abort.abort();
  }, [zone, onFiles, disabled, late]);

  return over && !disabled;
}

/** In the first moments files are taken as they are: of a folder nothing can be read then, which its row says. */
function takeEarly(element: HTMLElement, onFiles: (files: PickedFile[]) => void, signal: AbortSignal): void {
  const take = (data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])].map((file) => ({ file, folder: '' }));
    if (files.length > 0) onFiles(files);
  };
  element.addEventListener('drop', ({ dataTransfer }) => take(dataTransfer), { signal });
  element.addEventListener(
    'paste',
    (event) => {
      // A copied table brings a picture of itself: the text is what was meant.
      if (event.clipboardData?.getData('text/plain').trim() || !event.clipboardData?.files.length) return;
      event.preventDefault();
      take(event.clipboardData);
    },
    { signal },
  );
}

/** As long as nobody takes files, a browser would leave the page for one that is dropped; the host's own file inputs take theirs. */
function keepPage(event: DragEvent): void {
  const onInput = event.target instanceof HTMLInputElement && event.target.type === 'file';
  if (event.dataTransfer?.types.includes('Files') && !onInput) event.preventDefault();
}
