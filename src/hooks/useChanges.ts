'use client';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { ResponseOf } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Who changed what, the newest first; read once it is to be shown, and anew for every version of the settings. */
export function useChanges(
  client: Client,
  { version, shown }: { version: number; shown: boolean },
): UseQueryResult<ResponseOf<'listChanges'>, DiagnosisError> {
  return useQuery<ResponseOf<'listChanges'>, DiagnosisError>(
    {
      queryKey: queryKeys.changes(client, version),
      enabled: shown,
      // Nothing jumps while the newest line is on its way.
      placeholderData: keepPreviousData,
      networkMode: 'always',
      retry: retryTransient,
      queryFn: ({ signal }) => client.listChanges({}, { signal }),
    },
    useWidgetQueryClient(client),
  );
}
