'use client';
import type { UseFormReturn } from 'react-hook-form';
import type { NoteCode } from './formMessages.ts';
import { labelOf } from './labelOf.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { SettingsValues } from './settingsValues.ts';
import type { PasteNews } from './usePaste.ts';

/** Props of a note. */
export interface FieldNoteProps {
  codes: readonly NoteCode[];
  news: PasteNews | null;
  form: UseFormReturn<SettingsValues>;
  messages: WorkspaceMessages;
}

/**
 * What is worth knowing of a value: what was done with what was pasted, and how it looks.
 * @selector [data-note] what is told of the value, as a code
 */
export function FieldNote({ codes, news, form, messages }: FieldNoteProps) {
  const swap = () => {
    const [accessKeyId, secretAccessKey] = form.getValues(['accessKeyId', 'secretAccessKey']);
    form.setValue('accessKeyId', secretAccessKey, { shouldDirty: true });
    form.setValue('secretAccessKey', accessKeyId, { shouldDirty: true });
    form.clearErrors(['accessKeyId', 'secretAccessKey']);
    form.setFocus('secretAccessKey');
  };
  return (
    <>
      {news && <p>{pasteWords(news, messages)}</p>}
      {codes.map((code) => (
        <p key={code} data-note={code}>
          {messages.notes[code]}{' '}
          {code === 'credentials_swapped' && (
            <button type="button" className="s3a-link" onClick={swap}>
              {messages.form.swap}
            </button>
          )}
        </p>
      ))}
    </>
  );
}

/** What was done with something that was pasted or dropped. */
export function pasteWords(news: PasteNews, messages: WorkspaceMessages): string {
  const words = messages.form;
  switch (news.kind) {
    case 'trimmed':
      return words.trimmed(news.removed);
    case 'filled':
      return words.filled(news.filled.map((field) => labelOf(field, messages)));
    case 'too_big':
      return words.fileTooBig;
    case 'unreadable':
      return words.fileUnreadable;
  }
}
