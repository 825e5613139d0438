'use client';
import { useQuery } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { Health, Settings } from '../contract/index.ts';
import { codeOf, type DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

const healthOf = (settings: Settings) => (settings.status === 'configured' ? settings.health : null);
// Who may not read the settings is asked once.
const isRefused = (error: DiagnosisError | null) =>
  error !== null && codeOf(error.verdict) === 'not_permitted';

/** How uploads to S3 are going, kept fresh while the page is seen; `null` where there is nothing to tell, or nobody to tell it to. */
export function useUploadHealth(client: Client): Health | null {
  const { data, error } = useQuery<Settings, DiagnosisError, Health | null>(
    {
      queryKey: queryKeys.settings(client),
      networkMode: 'always',
      retry: retryTransient,
      queryFn: ({ signal }) => client.readSettings({}, { signal }),
      select: healthOf,
      refetchInterval: ({ state }) => (isRefused(state.error) ? false : 60_000),
      refetchOnWindowFocus: ({ state }) => (isRefused(state.error) ? false : 'always'),
    },
    useWidgetQueryClient(client),
  );
  return error ? null : (data ?? null);
}
