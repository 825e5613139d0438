// Without zod: these few lines go with every widget; what only schemas can tell is laid over them in routes.ts.

/** Media type of the check as a stream: one event of JSON a line. */
export const ndjsonType = 'application/x-ndjson';

/** What has to be known to ask. */
export interface Path {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path below the API's base, with `:name` for parameters. */
  path: string;
  /** `'bytes'`: a file as it is. Left out: none. */
  body?: 'json' | 'bytes';
  /** `'bytes'`: a file, or a redirect to it; `null`: 204. */
  response: 'json' | 'bytes' | null;
  /** The answer as a stream of lines, for who accepts this media type instead of JSON. */
  stream?: string;
}

/** Where each route is and what kind of body and answer it has. */
export const paths = {
  readSettings: { method: 'GET', path: '/settings', response: 'json' },
  saveSettings: { method: 'PUT', path: '/settings', body: 'json', response: 'json' },
  changeStatus: { method: 'POST', path: '/settings/status', body: 'json', response: 'json' },
  listChanges: { method: 'GET', path: '/settings/changes', response: 'json' },
  readMove: { method: 'GET', path: '/move', response: 'json' },
  startMove: { method: 'POST', path: '/move', body: 'json', response: 'json' },
  changeMoveStatus: { method: 'POST', path: '/move/status', body: 'json', response: 'json' },
  checkConnection: {
    method: 'POST',
    path: '/connection/check',
    body: 'json',
    response: 'json',
    stream: ndjsonType,
  },
  detectRegion: { method: 'POST', path: '/connection/region', body: 'json', response: 'json' },
  signProof: { method: 'POST', path: '/connection/proof', body: 'json', response: 'json' },
  confirmProof: { method: 'POST', path: '/connection/proof/confirmation', body: 'json', response: null },
  signUploads: { method: 'POST', path: '/uploads', body: 'json', response: 'json' },
  uploadContent: { method: 'PUT', path: '/attachments/:attachmentId/content', body: 'bytes', response: null },
  completeUpload: {
    method: 'POST',
    path: '/attachments/:attachmentId/complete',
    body: 'json',
    response: 'json',
  },
  completeUploads: { method: 'POST', path: '/uploads/complete', body: 'json', response: 'json' },
  createMultipart: {
    method: 'POST',
    path: '/attachments/:attachmentId/multipart',
    body: 'json',
    response: 'json',
  },
  signParts: { method: 'POST', path: '/attachments/:attachmentId/parts', body: 'json', response: 'json' },
  listParts: { method: 'GET', path: '/attachments/:attachmentId/parts', response: 'json' },
  reportFailure: {
    method: 'POST',
    path: '/attachments/:attachmentId/failure',
    body: 'json',
    response: 'json',
  },
  listAttachments: { method: 'GET', path: '/tickets/:ticketId/attachments', response: 'json' },
  deleteTicketAttachments: { method: 'DELETE', path: '/tickets/:ticketId/attachments', response: 'json' },
  listDraft: { method: 'GET', path: '/tickets/:ticketId/drafts/:draftId/attachments', response: 'json' },
  sendDraft: {
    method: 'POST',
    path: '/tickets/:ticketId/drafts/:draftId/send',
    body: 'json',
    response: 'json',
  },
  readContent: { method: 'GET', path: '/attachments/:attachmentId/content', response: 'bytes' },
  deleteAttachment: { method: 'DELETE', path: '/attachments/:attachmentId', response: null },
} as const satisfies Record<string, Path>;

/** The paths of all routes. */
export type Paths = typeof paths;
/** The name of a route. */
export type RouteName = keyof Paths;

type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The parameters in the path of a route. */
export type ParamsOf<N extends RouteName> = { [P in ParamsIn<Paths[N]['path']>]: string };

/** The path of a route with its parameters filled in. */
export function pathOf<N extends RouteName>(name: N, params: ParamsOf<N>): string {
  return paths[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent((params as Record<string, string>)[key] ?? ''),
  );
}
