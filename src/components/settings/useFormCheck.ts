'use client';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Settings } from '../../contract/index.ts';
import { type Client, type ConnectionCheck, useConnectionCheck } from '../../hooks/index.ts';
import type { SettingsValues } from './useSettingsForm.ts';

/** The check of what is typed in the form. */
export interface FormCheck {
  check: ConnectionCheck;
  /** The values are no longer those that were checked. */
  stale: boolean;
  /** The last check was stopped by hand. */
  cancelled: boolean;
  start: () => void;
  cancel: () => void;
}

/** Checks the values as they are typed, saved or not; the secret goes by call only. */
export function useFormCheck(
  client: Client,
  settings: Settings,
  form: UseFormReturn<SettingsValues>,
  /** Whether a secret is entered; left out, the saved one is used. */
  entersSecret: boolean,
  /** Changes with the secret; tells nothing of it. */
  secretMark: number,
): FormCheck {
  const check = useConnectionCheck(client);
  const [checked, setChecked] = useState('');
  const [cancelled, setCancelled] = useState(false);
  const values = form.watch(['bucket', 'region', 'accessKeyId']);
  const shown = JSON.stringify([...values.map((value) => value.trim()), secretMark]);

  return {
    check,
    stale: checked !== shown,
    cancelled,
    start: () => {
      const { bucket, region, accessKeyId, secretAccessKey } = form.getValues();
      // Of nothing there is nothing to find out.
      const empty = (['bucket', 'region', 'accessKeyId'] as const).filter(
        (name) => !form.getValues(name).trim(),
      );
      for (const name of empty) form.setError(name, { message: 'required' });
      if (empty[0]) return form.setFocus(empty[0]);
      const secret = entersSecret ? secretAccessKey.trim() : '';
      setChecked(shown);
      setCancelled(false);
      check.start({
        bucket: bucket.trim(),
        region: region.trim(),
        accessKeyId: accessKeyId.trim(),
        ...(secret === '' ? {} : { secretAccessKey: secret }),
        ...(settings.status === 'configured' ? othersOf(settings) : {}),
      });
    },
    cancel: () => {
      setCancelled(true);
      check.cancel();
    },
  };
}

/** What the form does not show is checked as it is saved. */
function othersOf({
  endpoint,
  forcePathStyle,
  keyPrefix,
  links,
}: Extract<Settings, { status: 'configured' }>) {
  return { endpoint, forcePathStyle, keyPrefix, links };
}
