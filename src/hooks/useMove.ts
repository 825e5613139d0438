'use client';
import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { BodyOf, Move } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Milliseconds between two looks at a move that runs. */
const every = 1500;

/** What can be asked of a move: to begin, to pause, to go on. */
export type MoveOrder = { to: BodyOf<'startMove'>['to'] } | { status: BodyOf<'changeMoveStatus'>['status'] };

/** Where attachments are, and how far a move of them has come: looked at again and again while one runs. */
export function useMove(client: Client): UseQueryResult<Move, DiagnosisError> {
  return useQuery<Move, DiagnosisError>(
    {
      queryKey: queryKeys.move(client),
      networkMode: 'always',
      retry: retryTransient,
      // Attachments come and go without this page.
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.move.status === 'running' ? every : false),
      queryFn: ({ signal }) => client.readMove({}, { signal }),
    },
    useWidgetQueryClient(client),
  );
}

/** Begins a move, pauses it, or lets it go on. Rejects with a `DiagnosisError`. */
export function useOrderMove(client: Client): UseMutationResult<Move, DiagnosisError, MoveOrder> {
  const queryClient = useWidgetQueryClient(client);
  const queryKey = queryKeys.move(client);
  return useMutation<Move, DiagnosisError, MoveOrder>(
    {
      networkMode: 'always',
      retry: false,
      // A look that began before would be answered with what was.
      onMutate: () => queryClient.cancelQueries({ queryKey }),
      mutationFn: (order) =>
        'to' in order ? client.startMove({ body: order }) : client.changeMoveStatus({ body: order }),
      onSuccess: (move) => queryClient.setQueryData(queryKey, move),
      onError: () => void queryClient.invalidateQueries({ queryKey }),
    },
    queryClient,
  );
}
