'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { Settings } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** The settings as the backend tells them, without the secret. */
export function useSettings(client: Client): UseQueryResult<Settings, DiagnosisError> {
  return useQuery<Settings, DiagnosisError>(
    {
      queryKey: queryKeys.settings(client),
      // Offline is said, not waited for.
      networkMode: 'always',
      retry: retryTransient,
      queryFn: ({ signal }) => client.readSettings({}, { signal }),
    },
    useWidgetQueryClient(client),
  );
}
