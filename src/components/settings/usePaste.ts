'use client';
import { type ClipboardEvent, type DragEvent, useCallback, useState } from 'react';
import { type PastedRemnant, readPastedBucket, readPastedValues, trimPasted } from '../../guide/index.ts';
import type { FieldName, SettingsValues } from './settingsValues.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** What was done with something that was pasted or dropped; holds no value. */
export type PasteNews =
  | { kind: 'trimmed'; field: FieldName; removed: readonly PastedRemnant[] }
  | { kind: 'filled'; field: FieldName; filled: readonly FieldName[] }
  | { kind: 'unreadable' | 'too_big'; field: null };

const maxBytes = 64 * 1024;

/** Takes values in whatever form AWS hands them out. */
export function usePaste(
  { form, entersSecret, replace }: SettingsForm,
  markSecret: () => void,
  /** These fields were given a value. */
  onFilled: (fields: readonly FieldName[]) => void,
) {
  const [news, setNews] = useState<PasteNews | null>(null);
  const [over, setOver] = useState(false);

  /** Fills fields; those that stay masked or hidden are shown. */
  const fill = (values: Partial<SettingsValues>, at: FieldName) => {
    const filled = Object.keys(values) as FieldName[];
    for (const name of filled) {
      form.setValue(name, values[name] ?? '', { shouldDirty: true });
      form.clearErrors(name);
    }
    if (values.secretAccessKey !== undefined) {
      if (!entersSecret()) replace();
      markSecret();
    }
    setNews({ kind: 'filled', field: at, filled });
    onFilled(filled);
  };

  /** Values of more than one field, or of one that is not this one. */
  const read = (text: string, field: FieldName | null): Partial<SettingsValues> | null => {
    const values = readPastedValues(text);
    if (values && (Object.keys(values).length > 1 || field === null)) return values;
    return field === 'bucket' ? readPastedBucket(text) : null;
  };

  return {
    news,
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
    takeFile: (file: File) => void takeFile(file),
    drop: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false);
      },
      onDrop: (event: DragEvent) => {
        const [file] = event.dataTransfer.files;
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        if (file) void takeFile(file);
      },
    },
  };

  async function takeFile(file: File) {
    if (file.size > maxBytes) return setNews({ kind: 'too_big', field: null });
    const values = read(await file.text().catch(() => ''), null);
    if (values) fill(values, 'accessKeyId');
    else setNews({ kind: 'unreadable', field: null });
  }
}

/** Puts a text where the cursor stands, as pasting does; React hears of it by the event. */
function insert(input: HTMLInputElement, text: string): void {
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
