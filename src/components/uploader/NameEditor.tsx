'use client';
import { useEffect, useRef } from 'react';

/** Props of the field. */
export interface NameEditorProps {
  name: string;
  label: string;
  /** Called once: with the new name, or `null` where the old one stays. */
  onEnd: (name: string | null) => void;
}

/** Takes another name for a file: Enter or leaving the field takes it, Escape leaves the old one. */
export function NameEditor({ name, label, onEnd }: NameEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  const end = (to: string | null) => {
    if (ended.current) return;
    ended.current = true;
    const next = to?.trim() ?? '';
    onEnd(next === '' || next === name ? null : next);
  };

  // What people change is the name, hardly ever its extension.
  useEffect(() => {
    const dot = name.lastIndexOf('.');
    field.current?.focus();
    field.current?.setSelectionRange(0, dot > 0 ? dot : name.length);
  }, [name]);

  return (
    <input
      ref={field}
      className="s3a-name-editor"
      aria-label={label}
      defaultValue={name}
      dir="auto"
      maxLength={255}
      spellCheck={false}
      autoComplete="off"
      enterKeyHint="done"
      data-control="name"
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
        if (event.key === 'Enter') event.preventDefault();
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(null);
      }}
    />
  );
}
