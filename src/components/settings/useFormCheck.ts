'use client';
import { useEffect, useRef, useState } from 'react';
import { fullWords, type VerdictMessages } from '../../diagnosis/index.ts';
import { type Client, type ConnectionCheckState, useConnectionCheck } from '../../hooks/index.ts';
import { useLatest } from '../primitives/useLatest.ts';
import { inputOf } from './settingsValues.ts';
import { type SettingsForm, trimmed } from './useSettingsForm.ts';

/** The check of what is typed in the form. */
export interface FormCheck {
  state: ConnectionCheckState;
  /** The values are no longer those that were checked. */
  stale: boolean;
  /** The same, at this moment; a result of some age counts no more. */
  isStale(): boolean;
  /** The last check was stopped by hand. */
  cancelled: boolean;
  /** It asks, or asked, for the permissions for large files too. */
  largeFiles: boolean;
  /** Checks the values as they are typed. */
  run(): Promise<ConnectionCheckState>;
  cancel(): void;
  /** Stops it for another one: nothing is said of that. */
  stop(): void;
}

/** A result of this age in ms says too little of today's. */
const maxAge = 5 * 60_000;

/** Checks the values as they are typed, saved or not; the secret goes by call only. */
export function useFormCheck(
  client: Client,
  { form, keyMode, signature }: SettingsForm,
  { full = fullWords }: VerdictMessages,
): FormCheck {
  // Where they do not come, those for everybody are said.
  const words = () => full.load().catch(() => {});
  const { start, cancel, ...state } = useConnectionCheck(client, words);
  const [stale, setStale] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const [largeFiles, setLargeFiles] = useState(false);
  const checked = useRef<{ signature: string; at: number } | null>(null);

  const differs = () => checked.current !== null && checked.current.signature !== signature();
  const latest = useLatest(() => setStale(differs()));
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => latest.current() }),
    [form, latest],
  );

  return {
    state,
    stale,
    isStale: () => differs() || performance.now() - (checked.current?.at ?? -Infinity) > maxAge,
    cancelled,
    largeFiles,
    run: () => {
      const input = inputOf(trimmed(form.getValues()), keyMode());
      checked.current = { signature: signature(), at: performance.now() };
      setStale(false);
      setCancelled(false);
      setLargeFiles(input.largeFiles);
      return start({ ...input, secretAccessKey: input.secretAccessKey || undefined });
    },
    stop: cancel,
    cancel: () => {
      setCancelled(true);
      cancel();
    },
  };
}
