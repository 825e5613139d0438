import { type Route, type RouteName, routes } from '../contract/index.ts';
import type { CallInput } from './createCaller.ts';
import { draftId, noAttachment, noTicket, routeRows } from './routeRows.ts';
import type { World } from './World.ts';

/** A request of a route that is in order: to nothing that is there, unless an attachment is named. */
export function requestFor(world: World, name: RouteName, attachmentId = noAttachment): CallInput {
  // What would be deleted if it were not refused is nobody’s.
  const ticketId = name === 'deleteTicketAttachments' ? noTicket : world.ticketId;
  const params = { ticketId, draftId, attachmentId };
  const body = routeRows[name].body?.(world);
  return {
    params,
    ...(body ? { body } : {}),
    ...((routes[name] as Route).body === 'bytes' ? { raw: 'hello' } : {}),
  };
}
