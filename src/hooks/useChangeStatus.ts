'use client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { BodyOf, Settings } from '../contract/index.ts';
import type { Client } from '../client/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Takes S3 out of use, back into use, or removes its access key. Rejects with a `DiagnosisError`. */
export function useChangeStatus(
  client: Client,
): UseMutationResult<Settings, DiagnosisError, BodyOf<'changeStatus'>> {
  const queryClient = useWidgetQueryClient(client);
  return useMutation<Settings, DiagnosisError, BodyOf<'changeStatus'>>(
    {
      networkMode: 'always',
      retry: false,
      mutationFn: (body) => client.changeStatus({ body }),
      onSuccess: (settings) => queryClient.setQueryData(queryKeys.settings(client), settings),
      // What somebody else has changed is shown.
      onError: () => void queryClient.invalidateQueries({ queryKey: queryKeys.settings(client) }),
    },
    queryClient,
  );
}
