'use client';
import { type RefObject, useEffect, useState } from 'react';
import type { PickedFile } from '../engine/index.ts';
import { readDrop } from './files/readDrop.ts';
import { readPaste } from './files/readPaste.ts';

/** How an element takes files. */
export interface FileDropOptions {
  /** Takes none; a file that is dropped there still does not make the browser leave the page. @default false */
  disabled?: boolean | undefined;
}

/** Events that a zone has taken, for the zones around it. */
const taken = new WeakSet<Event>();

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

  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    /** What is dragged from the page: a picture in it counts as a file too. */
    let own: EventTarget | null = null;
    /** What the pointer has entered last: leaving anything else is no leaving. */
    let under: EventTarget | null = null;

    const hasFiles = ({ dataTransfer }: DragEvent) =>
      !(own instanceof Node && own.isConnected) && (dataTransfer?.types.includes('Files') ?? false);

    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event) || taken.has(event)) return;
      taken.add(event);
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      under = event.target;
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.target === under) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || taken.has(event) || !event.dataTransfer) return;
      taken.add(event);
      event.preventDefault();
      // Walking through folders takes its time; the files go to who was there when they were dropped.
      void readDrop(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = event.clipboardData && !taken.has(event) ? readPaste(event.clipboardData) : [];
      if (files.length === 0) return;
      taken.add(event);
      event.preventDefault();
      onFiles(files);
    };
    // A file that misses the zone must not make the browser leave the page; the host's own file inputs take theirs.
    const keepPage = (event: DragEvent) => {
      // What was under the pointer may have gone without a word.
      if (!event.composedPath().includes(element)) setOver(false);
      const onInput = event.target instanceof HTMLInputElement && event.target.type === 'file';
      if (!hasFiles(event) || onInput || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    const onDragStart = (event: DragEvent) => {
      own = event.target;
    };
    const onEnd = () => {
      own = null;
    };

    const abort = new AbortController();
    const { signal } = abort;
    if (!disabled) {
      element.addEventListener('dragenter', onDragOver, { signal });
      element.addEventListener('dragover', onDragOver, { signal });
      element.addEventListener('dragleave', onDragLeave, { signal });
      element.addEventListener('drop', onDrop, { signal });
      element.addEventListener('paste', onPaste, { signal });
    }
    addEventListener('dragover', keepPage, { signal });
    addEventListener('drop', keepPage, { signal });
    addEventListener('dragstart', onDragStart, { signal, capture: true });
    addEventListener('dragend', onEnd, { signal, capture: true });
    addEventListener('drop', onEnd, { signal });
    return () => abort.abort();
  }, [zone, onFiles, disabled]);

  return over && !disabled;
}
