'use client';
import { useEffect, useMemo, useRef } from 'react';
import type { Attachment } from '../contract/index.ts';
import type { Uploader, UploadSummary } from '../engine/index.ts';

/** The stored attachments as the value of a form's field. */
export interface ValueOptions {
  /** Controlled: the attachments that are stored, in the order of the list. One that is left out leaves the list and stays stored. */
  value?: readonly Attachment[] | undefined;
  /** What is in the list at first. */
  defaultValue?: readonly Attachment[] | undefined;
  /** Called with the attachments that are stored, in the order of the list, when they change. */
  onChange?: ((attachments: Attachment[]) => void) | undefined;
}

const none: readonly Attachment[] = [];

/** The attachments that are stored, in the order of the list; keeps them and the host's `value` alike. */
export function useValue(
  uploader: Uploader,
  ids: readonly string[],
  summary: UploadSummary,
  { value, defaultValue, onChange }: ValueOptions,
): readonly Attachment[] {
  const { stored } = summary;
  const attachments = useMemo(
    // Changes with the number too: another may be stored in the same list.
    () => (stored === 0 ? none : storedOf(uploader, ids)),
    [uploader, ids, stored],
  );

  const first = useRef({ uploader, defaultValue });
  // What the host has given, and what it has been told.
  const given = useRef<readonly Attachment[]>([]);
  const known = useRef(value ?? defaultValue ?? none);
  const change = useLatestChange(onChange);

  useEffect(() => {
    if (first.current.uploader === uploader) uploader.restore(first.current.defaultValue ?? none);
    return () => {
      given.current = none;
      known.current = none;
    };
  }, [uploader]);

  useEffect(() => {
    if (!value) return;
    const kept = new Set(value.map(({ id }) => id));
    // Only what the host had is taken out by it; what it has not heard of yet stays.
    const out = new Set(given.current.map(({ id }) => id).filter((id) => !kept.has(id)));
    given.current = value;
    known.current = value;
    uploader.restore(value);
    if (out.size > 0) {
      uploader.forget(uploader.getIds().filter((id) => out.has(storedIn(uploader, id)?.id ?? '')));
    }
  }, [uploader, value]);

  useEffect(() => {
    // Read anew: the list is told a frame later than it changes.
    const now = attachments && storedOf(uploader, uploader.getIds());
    if (same(known.current, now)) return;
    known.current = now;
    change.current?.(now);
  }, [uploader, attachments, change]);

  return attachments;
}

function useLatestChange(onChange: ValueOptions['onChange']) {
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  return change;
}

/** Those of these that are stored; of thousands of which none is, none is looked at. */
function storedOf(uploader: Uploader, ids: readonly string[]): Attachment[] {
  return uploader.getSummary().stored === 0 ? [] : ids.flatMap((id) => storedIn(uploader, id) ?? []);
}

function storedIn(uploader: Uploader, id: string): Attachment | null {
  const upload = uploader.getUpload(id);
  return upload?.status === 'stored' ? upload.attachment : null;
}

function same(some: readonly Attachment[], others: readonly Attachment[]): boolean {
  return some.length === others.length && some.every(({ id }, place) => id === others[place]?.id);
}
