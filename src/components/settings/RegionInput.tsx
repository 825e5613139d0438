'use client';
import { type ComponentPropsWithRef, useLayoutEffect, useRef } from 'react';
import { Icon } from '../primitives/Icon.tsx';
import type { FormMessages } from './formMessages.ts';

/** What is selected in an input that has the focus. */
export type Selected = [start: number | null, end: number | null];

/** Props of the region's input. */
export interface RegionInputProps {
  input: Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'ref'> & {
    ref: (element: HTMLInputElement | null) => void;
  };
  value: string;
  words: FormMessages;
  /** Called when the list takes its place, with what was selected; `null` where the focus was elsewhere. */
  keep: (selected: Selected | null) => void;
  onType: (text: string) => void;
  /** The list is asked for. */
  onAsk: () => void;
}

/** The region's input until its list is there: it looks the same, and takes what is typed. */
export function RegionInput({ input, value, words, keep, onType, onAsk }: RegionInputProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const group = box.current;
    const field = group?.querySelector('input');
    return () => {
      keep(
        field && group?.contains(document.activeElement) ? [field.selectionStart, field.selectionEnd] : null,
      );
    };
  }, [keep]);
  return (
    <div className="s3a-combobox" ref={box} role="group">
      <input {...input} value={value} onChange={(event) => onType(event.target.value)} />
      <button
        type="button"
        className="s3a-combobox-trigger"
        aria-label={words.regions}
        aria-haspopup="listbox"
        aria-expanded={false}
        tabIndex={-1}
        onClick={onAsk}
      >
        <Icon name="chevron" />
      </button>
    </div>
  );
}
