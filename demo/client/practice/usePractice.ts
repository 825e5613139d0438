import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type {
  NewAccessKey,
  PracticeBeginning,
  PracticeSection,
  PracticeState,
} from '../../practice/PracticeState.ts';
import { requestJson, type RequestError } from '../app/requestJson.ts';

const practiceKey = ['practice'];

/** What is asked to be open, as the page's address has it. */
function useAsked(): string {
  const [params] = useSearchParams();
  const asked = new URLSearchParams();
  for (const part of ['bucket', 'policy', 'user']) {
    const name = params.get(part);
    if (name !== null) asked.set(part, name);
  }
  return asked.size > 0 ? `?${asked}` : '';
}

/** The practice account as it is. */
export function usePractice() {
  const asked = useAsked();
  return useQuery<PracticeState, RequestError>({
    queryKey: [...practiceKey, asked],
    queryFn: () => requestJson<PracticeState>('GET', `/practice/api/state${asked}`),
    refetchInterval: 5_000,
    // What is open changes without a gap.
    placeholderData: (before) => before,
  });
}

/** A request that changes the account. */
interface Change {
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below `/practice/api/`. */
  path: string;
  body?: unknown;
}

/** Changes the account and shows it as it is then. Rejects with AWS's own refusal. */
export function usePracticeChange<Input = void>(change: (input: Input) => Change) {
  const queryClient = useQueryClient();
  const asked = useAsked();
  return useMutation<PracticeState, RequestError, Input>({
    mutationFn: (input) => send<PracticeState>(change(input), asked),
    onSuccess: (state) => show(queryClient, asked, state),
  });
}

/** Creates an access key. The secret is in the result until `reset`, and nowhere else. */
export function useCreateAccessKey(user: string) {
  const queryClient = useQueryClient();
  const asked = useAsked();
  return useMutation<NewAccessKey, RequestError, string>({
    gcTime: 0,
    mutationFn: async (description) => {
      const path = `users/${encodeURIComponent(user)}/access-keys`;
      const change: Change = { method: 'POST', path, body: { description } };
      const { key, state } = await send<{ key: NewAccessKey; state: PracticeState }>(change, asked);
      show(queryClient, asked, state);
      return key;
    },
  });
}

/** Saves one document. */
export function useSaveSection(section: PracticeSection) {
  return usePracticeChange<string>((text) => ({
    method: 'PUT',
    path: `sections/${section}`,
    body: { text },
  }));
}

/** Puts one part back to what the guide says. */
export function useResetSection(section: PracticeSection) {
  return usePracticeChange(() => ({ method: 'POST', path: `sections/${section}/reset` }));
}

/** Makes the whole account as the guide says, or empty. */
export function useReset() {
  return usePracticeChange<PracticeBeginning>((to) => ({ method: 'POST', path: 'reset', body: { to } }));
}

function send<T>({ method, path, body }: Change, asked: string): Promise<T> {
  return requestJson<T>(method, `/practice/api/${path}${asked}`, body);
}

function show(queryClient: QueryClient, asked: string, state: PracticeState): void {
  queryClient.setQueryData([...practiceKey, asked], state);
  // What was read before the change is no longer so.
  queryClient.removeQueries({ queryKey: practiceKey, type: 'inactive' });
}
