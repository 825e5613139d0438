'use client';
import type { ClipboardEvent, InputHTMLAttributes, ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Notes } from './notesOf.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { FieldName, SettingsValues } from './settingsValues.ts';

/** What every field of the form is made with. */
export interface FieldParts {
  form: UseFormReturn<SettingsValues>;
  messages: WorkspaceMessages;
  notes: Notes;
  /** The input of a field that is text. `onInput`: beside what the form itself does. */
  text: (
    name: FieldName,
    onInput?: () => void,
  ) => InputHTMLAttributes<HTMLInputElement> & { ref: (element: HTMLInputElement | null) => void };
  /** What is wrong with the value, in words. */
  error: (name: FieldName) => string | undefined;
  /** What is worth knowing of the value; `undefined` where it is nothing. */
  note: (name: FieldName) => ReactNode;
  onPaste: (name: FieldName) => (event: ClipboardEvent<HTMLInputElement>) => void;
  /** Puts off what would move the page while a pointer is pressed. */
  afterPress: (work: () => void) => void;
  /** The value is finished. */
  leave: (name: FieldName) => void;
}
