'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Settings } from '../../contract/index.ts';
import { type Notes, notesOf } from './notesOf.ts';
import { useLatest } from '../primitives/useLatest.ts';
import { type FieldName, type SettingsValues, valuesOf } from './settingsValues.ts';

const none: Notes = { bucketName: [], fields: {} };

/** The notes on the values as they are typed. Renders anew only where they change, not with every key. */
export function useNotes(form: UseFormReturn<SettingsValues>, settings: Settings, round: number) {
  // What is saved has been judged by S3.
  const saved = useLatest(settings);
  const [notes, setNotes] = useState(none);
  const left = useRef(new Set<FieldName>());

  const look = useCallback(() => {
    const next = notesOf(form.getValues(), left.current, valuesOf(saved.current));
    setNotes((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [form, saved]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: look }), [form, look]);
  // What is shown anew is nobody's typing.
  useEffect(() => {
    left.current.clear();
    setNotes(none);
  }, [round]);

  return {
    notes,
    /** The value of this field is finished. */
    leave: useCallback(
      (field: FieldName) => {
        left.current.add(field);
        look();
      },
      [look],
    ),
  };
}
