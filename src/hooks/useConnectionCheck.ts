'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, loadCheck } from '../client/index.ts';
import type { CheckReport, CheckStep, ConnectionInput } from '../contract/index.ts';
import { type Verdict, verdictOf } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Where a connection check stands. */
export type ConnectionCheckState =
  | { readonly status: 'idle' }
  /** The steps that are known so far. */
  | { readonly status: 'running'; readonly steps: readonly CheckStep[] }
  | { readonly status: 'done'; readonly report: CheckReport }
  /** The check itself could not be done. */
  | { readonly status: 'failed'; readonly verdict: Verdict };

/** A connection check, and what can be done with it. */
export type ConnectionCheck = ConnectionCheckState & {
  /**
   * Checks these values; one check at a time. They are passed on and kept nowhere. Resolves to how it ended: `idle` where it
   * was cancelled, or another one is under way. Never rejects.
   */
  start(input: ConnectionInput): Promise<ConnectionCheckState>;
  /** Stops the check that is under way; what it has stored is deleted all the same. */
  cancel(): void;
};

const idle: ConnectionCheckState = { status: 'idle' };

/**
 * Checks a connection step by step: the backend's probes, then this browser's own proof. Leaving the page cancels it. `beside`
 * is waited for before the end is told: for the words of what may be found. It must not reject.
 */
export function useConnectionCheck(client: Client, beside?: () => Promise<unknown>): ConnectionCheck {
  const queryClient = useWidgetQueryClient(client);
  const [state, setState] = useState(idle);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(beside);
  useEffect(() => {
    latest.current = beside;
  });

  const cancel = useCallback(() => {
    if (!running.current) return;
    running.current.abort();
    running.current = null;
    setState(idle);
  }, []);

  const start = useCallback(
    (input: ConnectionInput): Promise<ConnectionCheckState> => {
      if (running.current) return Promise.resolve(idle);
      const abort = new AbortController();
      running.current = abort;
      const isCurrent = () => running.current === abort;
      setState({ status: 'running', steps: [] });
      const end = (next: ConnectionCheckState) => {
        if (!isCurrent()) return idle;
        running.current = null;
        setState(next);
        // A check tells something about health too.
        void queryClient.invalidateQueries({ queryKey: queryKeys.settings(client) });
        return next;
      };
      const onStep = (step: CheckStep) => {
        if (!isCurrent()) return;
        setState((before) =>
          before.status === 'running' ? { status: 'running', steps: [...before.steps, step] } : before,
        );
      };
      const check = async (): Promise<ConnectionCheckState> => {
        try {
          const checkWithProof = await loadCheck();
          const report = await checkWithProof(client, input, { signal: abort.signal, onStep });
          return { status: 'done', report };
        } catch (error) {
          return { status: 'failed', verdict: verdictOf(error) };
        }
      };
      const run = async () => {
        const [next] = await Promise.all([check(), latest.current?.()]);
        return end(next);
      };
      return run();
    },
    [client, queryClient],
  );

  // Another client is another backend: what was found of this one says nothing about it.
  useEffect(
    () => () => {
      cancel();
      setState(idle);
    },
    [client, cancel],
  );

  return { ...state, start, cancel };
}
