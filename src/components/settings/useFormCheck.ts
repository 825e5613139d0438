'use client';
import { useEffect, useRef, useState } from 'react';
import { type Client, type ConnectionCheckState, useConnectionCheck } from '../../hooks/index.ts';
import { useLatest } from '../primitives/useLatest.ts';
import { inputOf, type SettingsValues } from './settingsValues.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** The check of what is typed in the form. */
export interface FormCheck {
  state: ConnectionCheckState;
  /** The values are no longer those that were checked. */
  stale: boolean;
  /** The same, at this moment. */
  isStale(): boolean;
  /** The last check was stopped by hand. */
  cancelled: boolean;
  /** Checks the values as they are typed. */
  run(): Promise<ConnectionCheckState>;
  cancel(): void;
  /** Counts a change of the secret; tells nothing of it. */
  markSecret(): void;
}

/** Checks the values as they are typed, saved or not; the secret goes by call only. */
export function useFormCheck(client: Client, { form, entersSecret }: SettingsForm): FormCheck {
  const { start, cancel, ...state } = useConnectionCheck(client);
  const [stale, setStale] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const secretChanges = useRef(0);
  const checked = useRef<string | null>(null);

  const isStale = () =>
    checked.current !== null && checked.current !== markOf(form.getValues(), secretChanges.current);
  const compare = () => setStale(isStale());
  const latest = useLatest(compare);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => latest.current() }),
    [form, latest],
  );

  return {
    state,
    stale,
    isStale,
    cancelled,
    run: () => {
      const values = form.getValues();
      const { largeFiles: _, ...input } = inputOf(trimmed(values), entersSecret());
      checked.current = markOf(values, secretChanges.current);
      setStale(false);
      setCancelled(false);
      return start({ ...input, secretAccessKey: input.secretAccessKey || undefined });
    },
    cancel: () => {
      setCancelled(true);
      cancel();
    },
    markSecret: () => {
      secretChanges.current++;
      compare();
    },
  };
}

function trimmed(values: SettingsValues): SettingsValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as SettingsValues;
}

/** What tells two sets of values apart, without the secret. */
function markOf(values: SettingsValues, secretChanges: number): string {
  const { secretAccessKey: _, largeFiles: __, ...others } = trimmed(values);
  return JSON.stringify([others, secretChanges]);
}
