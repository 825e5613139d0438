'use client';
import type { PickedFile } from '../../engine/index.ts';
import { readDrop } from './readDrop.ts';
import { readPaste } from './readPaste.ts';

/** Who takes files, and until when. */
export interface TakeFilesOptions {
  onFiles: (files: PickedFile[]) => void;
  /** Told whether files are over the element. */
  onOver: (over: boolean) => void;
  /** Takes none, and keeps the page all the same. */
  disabled: boolean;
  signal: AbortSignal;
}

/** Events that a zone has taken, for the zones around it. */
const taken = new WeakSet<Event>();

/** Listens for files and folders that are dropped on an element, and for files that are pasted into it, until the signal ends it. */
export function takeFiles(element: HTMLElement, options: TakeFilesOptions): void {
  const { onFiles, onOver, disabled, signal } = options;
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
    onOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (event.target === under) onOver(false);
  };
  const onDrop = (event: DragEvent) => {
    onOver(false);
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
    if (!event.composedPath().includes(element)) onOver(false);
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
}
