import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Ticket, TicketMessage, TicketSummary } from '../../helpdesk/Ticket.ts';
import { requestJson, type RequestError } from '../app/requestJson.ts';

/** The tickets that this person may see. */
export function useTickets() {
  return useQuery<TicketSummary[], RequestError>({
    queryKey: ['tickets'],
    queryFn: async () => (await requestJson<{ tickets: TicketSummary[] }>('GET', '/api/tickets')).tickets,
  });
}

/** One ticket with its thread. */
export function useTicket(ticketId: string) {
  return useQuery<Ticket, RequestError>({
    queryKey: ['tickets', ticketId],
    queryFn: () => requestJson<Ticket>('GET', `/api/tickets/${encodeURIComponent(ticketId)}`),
    retry: (count, { status }) => status === 0 && count < 1,
  });
}

/** Sends a reply into a ticket. */
export function useSendMessage(ticketId: string) {
  const queryClient = useQueryClient();
  return useMutation<TicketMessage, RequestError, string>({
    mutationFn: (text) =>
      requestJson<TicketMessage>('POST', `/api/tickets/${encodeURIComponent(ticketId)}/messages`, { text }),
    onSuccess: (message) => {
      queryClient.setQueryData<Ticket>(
        ['tickets', ticketId],
        (ticket) =>
          ticket && { ...ticket, updatedAt: message.sentAt, messages: [...ticket.messages, message] },
      );
    },
  });
}
