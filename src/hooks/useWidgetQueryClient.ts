'use client';
import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import type { Client } from '../client/index.ts';

// One for each API client, so that the widgets on one page share what they have read.
const own = new WeakMap<Client, QueryClient>();

function ownQueryClient(client: Client): QueryClient {
  const found = own.get(client);
  if (found) return found;
  const made = new QueryClient();
  own.set(client, made);
  return made;
}

/** The host's QueryClient where there is a provider, else one of our own that belongs to this API client. */
export function useWidgetQueryClient(client: Client): QueryClient {
  const hosts = useContext(QueryClientContext);
  const queryClient = hosts ?? ownQueryClient(client);
  // What a provider does for the host's: without it, nothing is read anew when the page is seen again.
  useEffect(() => {
    if (hosts) return;
    queryClient.mount();
    return () => queryClient.unmount();
  }, [hosts, queryClient]);
  return queryClient;
}
