import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PracticeSection, PracticeState } from '../../practice/PracticeState.ts';
import { requestJson, type RequestError } from '../app/requestJson.ts';

const queryKey = ['practice'];

/** The practice account as it is. */
export function usePractice() {
  return useQuery<PracticeState, RequestError>({
    queryKey,
    queryFn: () => requestJson<PracticeState>('GET', '/practice/api/state'),
    refetchInterval: 5_000,
  });
}

/** Saves one document. Rejects with AWS's own refusal. */
export function useSaveSection(section: PracticeSection) {
  const queryClient = useQueryClient();
  return useMutation<PracticeState, RequestError, string>({
    mutationFn: (text) => requestJson<PracticeState>('PUT', `/practice/api/sections/${section}`, { text }),
    onSuccess: (state) => queryClient.setQueryData(queryKey, state),
  });
}

/** Puts one part, or with `null` the whole account, back to what the guide says. */
export function useReset(section: PracticeSection | null) {
  const queryClient = useQueryClient();
  return useMutation<PracticeState, RequestError, void>({
    mutationFn: () =>
      requestJson<PracticeState>(
        'POST',
        section === null ? '/practice/api/reset' : `/practice/api/sections/${section}/reset`,
        {},
      ),
    onSuccess: (state) => queryClient.setQueryData(queryKey, state),
  });
}
