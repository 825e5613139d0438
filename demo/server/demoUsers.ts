import type { Viewer } from '@triage-ai/s3-attachments/server';

/** Who one can be in the demo; the switch in its header writes the name into the cookie `demo_user`. */
const demoUsers = {
  administrator: { id: 'administrator', administrator: true, mayRead: () => true, mayWrite: () => true },
  agent: { id: 'agent', administrator: false, mayRead: () => true, mayWrite: () => true },
  customer: {
    id: 'customer',
    administrator: false,
    mayRead: (ticket) => ticket === '1',
    mayWrite: (ticket) => ticket === '1',
  },
} satisfies Record<string, Viewer>;

/** Reads the user from the cookie. A real host would verify a session here. */
export function viewerOf(request: Request): Viewer {
  const chosen = /(?:^|;\s*)demo_user=([a-z]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
  return Object.hasOwn(demoUsers, chosen)
    ? demoUsers[chosen as keyof typeof demoUsers]
    : demoUsers.administrator;
}

/** The same; the name `nobody` is nobody, as who is signed out would be in a real host. */
export function askerOf(request: Request): Viewer | null {
  return /(?:^|;\s*)demo_user=nobody(?:;|$)/.test(request.headers.get('cookie') ?? '')
    ? null
    : viewerOf(request);
}
