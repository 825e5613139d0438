'use client';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Client } from '../client/index.ts';
import type { Settings, SettingsInput } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Saves the settings. Rejects with a `DiagnosisError`. */
export function useSaveSettings(client: Client) {
  const queryClient = useWidgetQueryClient(client);
  // A mutation's variables stay in the query cache, so the values (the secret among them) go past it.
  const pending = useRef<SettingsInput | null>(null);
  const mutation = useMutation<Settings, DiagnosisError, void>(
    {
      gcTime: 0,
      networkMode: 'always',
      retry: false,
      mutationFn: () => {
        const body = pending.current;
        pending.current = null;
        if (!body) throw new Error('Nothing to save.');
        return client.saveSettings({ body });
      },
      onSuccess: (settings) => {
        queryClient.setQueryData(queryKeys.settings(client), settings);
        // Health may change a moment after the values did.
        void queryClient.invalidateQueries({ queryKey: queryKeys.settings(client) });
      },
    },
    queryClient,
  );
  return {
    ...mutation,
    /** One save at a time: `null` while another is under way. */
    save: (input: SettingsInput): Promise<Settings> | null => {
      if (pending.current !== null || mutation.isPending) return null;
      pending.current = input;
      return mutation.mutateAsync();
    },
  };
}
