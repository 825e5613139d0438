/** Who a request comes from, as the host tells it. */
export interface Viewer {
  /** Stable id of the user in the host's world. */
  id: string;
  /** May see and change the settings, and is told causes in full. */
  administrator: boolean;
  mayRead(ticketId: string): boolean | Promise<boolean>;
  mayWrite(ticketId: string): boolean | Promise<boolean>;
}

/** Tells who a request comes from; `null` is nobody. It must leave the body unread. */
export type Authorize = (request: Request) => Viewer | null | Promise<Viewer | null>;
