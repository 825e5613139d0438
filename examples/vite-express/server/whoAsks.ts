import type { Viewer } from '@triage-ai/s3-attachments/server';

/** Who asks. Your own sessions go here: this believes whatever the cookie says, which no real app may do. */
export function whoAsks(request: Request): Viewer | null {
  const id = /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (id === undefined) return null;
  return { id, administrator: id === 'administrator', mayRead: () => true, mayWrite: () => true };
}
