'use client';
import {
  type ChangeEvent,
  type HTMLAttributes,
  type InputHTMLAttributes,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { Client } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';
import type {
  PickedFile,
  Restrictions,
  Uploader,
  UploaderEvent,
  UploaderTuning,
  UploadSummary,
} from '../engine/index.ts';
import { createShrinker, type ShrinkOptions } from '../engine/index.ts';
import type { ElementRef } from './ElementRef.ts';
import { readInput } from './files/readInput.ts';
import type { Hold, UploaderScope } from './uploaders.ts';
import { type Draft, useDraft } from './useDraft.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useUploader, useUploadHold, useUploadIds, useUploadSummary } from './useUploader.ts';
import { useValue, type ValueOptions } from './useValue.ts';

/** What an uploader of attachments is made of, whatever it looks like. */
export interface UseAttachmentUploaderOptions
  extends UploaderScope,
    Restrictions,
    UploaderTuning,
    ValueOptions {
  /** The API client, from `createClient`. */
  client: Client;
  /** The element that takes dropped and pasted files, for example the whole composer. @default that of `getRootProps` */
  dropZone?: ElementRef<HTMLElement> | undefined;
  /** Makes pictures smaller before they are sent. Taken from who shows the ticket first. @default as they are */
  shrinkImages?: ShrinkOptions | undefined;
  /** Makes it a field of a plain form: hidden inputs of this name carry the attachments' ids. */
  name?: string | undefined;
  /** Called once for each thing that happens. */
  onEvent?: ((event: UploaderEvent) => void) | undefined;
  /** Called when somebody moved a row, with its new place from 0. */
  onMove?: ((id: string, place: number) => void) | undefined;
}

/** Props with a place for `data-…`. */
type Data<Props> = Props & { [name: `data-${string}`]: string | undefined };

/** An uploader of attachments without looks: its state, what can be done, and the props of its parts. */
export interface AttachmentUploaderState {
  /** The files on their way: `useUpload(uploader, id)` follows one of them, `useUploadProgress(uploader)` all. */
  uploader: Uploader;
  /** Ids in the order of the list. */
  ids: readonly string[];
  /** How many there are of each kind. */
  summary: UploadSummary;
  /** What all files wait for that are on their way; `null` while they go on. */
  hold: Hold | null;
  /** True while any file is on its way, so that *Send* should wait. */
  uploadsPending: boolean;
  /** What is stored, in the order of the list. */
  attachments: readonly Attachment[];
  /** True while files are held over the drop zone. */
  isOver: boolean;
  /** What the draft held before. */
  draft: Draft;
  add(files: Iterable<File | PickedFile>): void;
  /** Opens the browser's choice of files. */
  open(): void;
  /** Opens the browser's choice of a folder. */
  openFolder(): void;
  /** Opens the camera, where there is one. */
  openCamera(): void;
  /** Takes an upload off the list, and the focus to the row that takes its place. */
  remove(id: string): void;
  /** Moves an upload by so many places, as far as the list goes. Returns by how many it was. */
  move(id: string, by: number): number;
  /** Puts the focus into a row; without an id, or where there is no such row, on the trigger. */
  focus(id?: string): void;
  /** The element that holds everything. */
  getRootProps(): Data<HTMLAttributes<HTMLElement>> & { ref: ElementRef<HTMLDivElement> };
  /** The file input, which stays hidden. */
  getInputProps(): InputHTMLAttributes<HTMLInputElement> & { ref: ElementRef<HTMLInputElement> };
  /** The button that opens the choice of files. */
  getTriggerProps(): {
    ref: ElementRef<HTMLButtonElement>;
    type: 'button';
    onClick(): void;
  };
  /** The list: arrow keys go from row to row, with Alt they move the row. */
  getListProps(): {
    ref: ElementRef<HTMLUListElement>;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
  /** One row; the same function as long as the uploader is the same. Its controls carry `data-control` with a name, so that the focus finds the same one in another row. */
  getItemProps(id: string): { 'data-upload': string };
  /** The hidden inputs of a plain form; without a `name` none. */
  getHiddenInputProps(): { key: string; type: 'hidden'; name: string; value: string }[];
}

/** Everything that an uploader of attachments needs but its looks. */
export function useAttachmentUploader(options: UseAttachmentUploaderOptions): AttachmentUploaderState {
  const { client, ticketId, draftId, userId, dropZone, shrinkImages, name, onEvent, onMove } = options;
  const { accept, maxFiles, maxFileSize, minFileSize, maxTotalSize } = options;
  const { value, defaultValue, onChange, ...rest } = options;
  const uploader = useUploader(client, {
    ...tuningOf(rest),
    ticketId,
    draftId,
    userId,
    onEvent,
    prepare: useMemo(() => (shrinkImages ? createShrinker(shrinkImages) : undefined), [shrinkImages]),
    restrictions: { accept, maxFiles, maxFileSize, minFileSize, maxTotalSize },
  });
  const ids = useUploadIds(uploader);
  const summary = useUploadSummary(uploader);
  const attachments = useValue(uploader, ids, summary, { value, defaultValue, onChange });
  const draft = useDraft(client, uploader, ticketId, draftId);

  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef(onMove);
  useEffect(() => {
    moved.current = onMove;
  });

  const add = useCallback(
    (files: Iterable<File | PickedFile>) => {
      const picked = [...files];
      if (picked.length > 0) uploader.add(picked);
    },
    [uploader],
  );
  const zone = dropZone ?? root;
  const isOver = useFileDrop(zone, add);
  useEffect(() => {
    const element = zone.current;
    if (!isOver || !element) return;
    element.setAttribute('data-s3a-over', '');
    return () => element.removeAttribute('data-s3a-over');
  }, [zone, isOver]);

  const choose = useCallback(
    (as: 'files' | 'folder' | 'camera') => {
      const element = input.current;
      if (!element) return;
      element.webkitdirectory = as === 'folder';
      // Phones open the camera at once only where nothing but pictures is asked for.
      element.accept = as === 'camera' ? 'image/*' : (accept ?? '');
      if (as === 'camera') element.setAttribute('capture', 'environment');
      else element.removeAttribute('capture');
      element.click();
    },
    [accept],
  );

  const remove = useCallback(
    (id: string) => {
      const control = document.activeElement?.closest('[data-control]')?.getAttribute('data-control');
      const row = rowOf(list.current, id);
      // The row of what was removed a moment ago may still stand there.
      const stays = (beside: Element | null) =>
        beside && uploader.getUpload(beside.getAttribute('data-upload') ?? '') ? beside : null;
      const next = row && (stays(rowBeside(list.current, row, 1)) ?? stays(rowBeside(list.current, row, -1)));
      const hadFocus = row?.contains(document.activeElement);
      uploader.remove(id);
      if (!hadFocus) return;
      const target = next ? controlIn(next, control) : trigger.current;
      // Mostly it takes the place of what is removed: whether it is to be scrolled to is seen when that is gone.
      target?.focus({ preventScroll: true });
      requestAnimationFrame(() => target?.scrollIntoView({ block: 'nearest' }));
    },
    [uploader],
  );
  const move = useCallback(
    (id: string, by: number) => {
      const all = uploader.getIds();
      const from = all.indexOf(id);
      const to = Math.max(0, Math.min(all.length - 1, from + by));
      if (from < 0 || to === from) return 0;
      uploader.move(id, to);
      moved.current?.(id, to);
      return to - from;
    },
    [uploader],
  );
  const focus = useCallback((id?: string) => {
    const row = id === undefined ? null : rowOf(list.current, id);
    (row ? controlIn(row, null) : trigger.current)?.focus();
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const from = event.target instanceof Element ? event.target : null;
      const row = from?.closest('[data-upload]');
      if (by === 0 || !row || from instanceof HTMLInputElement) return;
      event.preventDefault();
      if (event.altKey) move(row.getAttribute('data-upload') ?? '', by);
      else {
        const next = rowBeside(list.current, row, by);
        if (next) controlIn(next, from?.closest('[data-control]')?.getAttribute('data-control'))?.focus();
      }
    },
    [move],
  );

  return {
    uploader,
    ids,
    summary,
    hold: useUploadHold(uploader),
    uploadsPending: summary.pending > 0,
    attachments,
    isOver,
    draft,
    add,
    open: useCallback(() => choose('files'), [choose]),
    openFolder: useCallback(() => choose('folder'), [choose]),
    openCamera: useCallback(() => choose('camera'), [choose]),
    remove,
    move,
    focus,
    getRootProps: () => ({ ref: root, 'data-over': isOver ? '' : undefined }),
    getInputProps: () => ({
      ref: input,
      type: 'file',
      multiple: maxFiles !== 1,
      accept,
      hidden: true,
      tabIndex: -1,
      'aria-hidden': true,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        add(readInput(event.currentTarget));
        // So that the same file can be chosen again.
        event.currentTarget.value = '';
      },
    }),
    getTriggerProps: () => ({ ref: trigger, type: 'button', onClick: () => choose('files') }),
    getListProps: () => ({ ref: list, onKeyDown }),
    getItemProps,
    getHiddenInputProps: () =>
      name === undefined ? [] : attachments.map(({ id }) => ({ key: id, type: 'hidden', name, value: id })),
  };
}

const getItemProps = (id: string) => ({ 'data-upload': id });

function tuningOf(options: UploaderTuning): UploaderTuning {
  const { concurrency, multipartThreshold, partSize, maxTries, stallTimeout, patience, integrity } = options;
  const tuning = { concurrency, multipartThreshold, partSize, maxTries, stallTimeout, patience, integrity };
  return Object.fromEntries(Object.entries(tuning).filter(([, set]) => set !== undefined));
}

function rowOf(list: HTMLElement | null, id: string): Element | null {
  return list?.querySelector(`[data-upload="${CSS.escape(id)}"]`) ?? null;
}

/** The row before or after this one, by their order on the screen: in a windowed list the elements may stand in another. */
function rowBeside(list: HTMLElement | null, row: Element, by: 1 | -1 | number): Element | null {
  const rows = [...(list?.querySelectorAll('[data-upload]') ?? [])];
  return rows[rows.indexOf(row) + by] ?? null;
}

/** The control of this name, else the row's first one. */
function controlIn(row: Element, name: string | null | undefined): HTMLElement | null {
  return (
    (name ? row.querySelector<HTMLElement>(`[data-control="${name}"]`) : null) ??
    row.querySelector<HTMLElement>('[data-control]')
  );
}
