'use client';
import { type ClipboardEvent, type RefObject, useCallback, useState } from 'react';
import { type PastedRemnant, readPastedBucket, readPastedValues, trimPasted } from '../../guide/index.ts';
import { type PickedFile, useFileDrop } from '../../hooks/index.ts';
import { useLatest } from '../primitives/useLatest.ts';
import type { FieldName, SettingsValues } from './settingsValues.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** What was done with something that was pasted or dropped; holds no value. */
export type PasteNews =
  | { kind: 'trimmed'; field: FieldName; removed: readonly PastedRemnant[] }
  | { kind: 'filled'; field: FieldName; filled: readonly FieldName[] }
  | { kind: 'unreadable' | 'too_big'; field: null };

const maxBytes = 64 * 1024;
const keyFields = ['accessKeyId', 'secretAccessKey'] as const;

/** Takes values in whatever form AWS hands them out. */
export function usePaste(
  { form, keyMode, replace, markSecret }: SettingsForm,
  /** Takes files that are dropped on it, or pasted into it. */
  zone: RefObject<HTMLElement | null>,
  /** These fields were given a value. */
  onFilled: (fields: readonly FieldName[]) => void,
) {
  const [news, setNews] = useState<PasteNews | null>(null);

  /** Fills fields; those that stay masked or hidden are shown. */
  const fill = (given: Partial<SettingsValues>, at: FieldName, inPlace: 'said' | 'seen' = 'said') => {
    const values = { ...given };
    // There are no fields for a key where it is the server's.
    if (keyMode() === 'server') for (const name of keyFields) delete values[name];
    const filled = Object.keys(values) as FieldName[];
    if (filled.length === 0) return;
    if (values.secretAccessKey !== undefined) markSecret();
    for (const name of filled) {
      form.setValue(name, values[name] ?? '', { shouldDirty: true });
      form.clearErrors(name);
    }
    if (values.secretAccessKey !== undefined && keyMode() === 'saved') replace();
    if (inPlace === 'said' || filled.length > 1) setNews({ kind: 'filled', field: at, filled });
    onFilled(filled);
  };

  /** Values of more than one field, or of one that is not this one. */
  const read = (text: string, field: FieldName | null): Partial<SettingsValues> | null => {
    const values = readPastedValues(text);
    if (values && (Object.keys(values).length > 1 || field === null)) return values;
    return field === 'bucket' ? readPastedBucket(text) : null;
  };

  /** The first file that tells something. */
  const takeFiles = async (files: readonly File[]) => {
    const small = files.filter(({ size }) => size <= maxBytes);
    for (const file of small) {
      const values = read(await file.text().catch(() => ''), null);
      if (values) return fill(values, 'accessKeyId');
    }
    setNews({ kind: small.length === 0 ? 'too_big' : 'unreadable', field: null });
  };
  const latest = useLatest(takeFiles);
  const over = useFileDrop(
    zone,
    useCallback((files: PickedFile[]) => void latest.current(files.map(({ file }) => file)), [latest]),
  );

  return {
    news,
    fill,
    /** A file is over the form. */
    over,
    forget: useCallback(() => setNews(null), []),
    onPaste: (field: FieldName) => (event: ClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData.getData('text/plain');
      if (text.length > maxBytes) return;
      const values = read(text, field);
      if (values) {
        event.preventDefault();
        return fill(values, field);
      }
      const pasted = trimPasted(text);
      if (pasted.removed.length === 0) return setNews(null);
      event.preventDefault();
      insert(event.currentTarget, pasted.text);
      setNews({ kind: 'trimmed', field, removed: pasted.removed });
    },
    takeFiles,
  };
}

/** Puts a text where the cursor stands, as pasting does; React hears of it by the event. */
function insert(input: HTMLInputElement, text: string): void {
  // Deprecated, and the only way that *Undo* knows of.
  if (document.execCommand?.('insertText', false, text)) return;
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
