import * as z from 'zod/mini';
import { type DiagnosisCode, verdictSchema } from '../diagnosis/index.ts';
import {
  attachmentSchema,
  completedManySchema,
  completedSchema,
  completeInputSchema,
  completeManyInputSchema,
  failureReportSchema,
  multipartInputSchema,
  multipartSchema,
  partsInputSchema,
  sendDraftInputSchema,
  signedPartSchema,
  signedUploadSchema,
  signInputSchema,
  storedPartsSchema,
  ticketDeletedSchema,
} from './attachments.ts';
import { changesSchema } from './changes.ts';
import {
  checkReportSchema,
  connectionInputSchema,
  proofSchema,
  regionFoundSchema,
  regionInputSchema,
} from './connection.ts';
import { moveSchema, moveStatusInputSchema, startMoveInputSchema } from './move.ts';
import { type Path, type Paths, paths, type RouteName } from './paths.ts';
import { settingsInputSchema, settingsSchema, statusInputSchema } from './settings.ts';

/** One promise between client and server: a path, and what may travel there. */
export interface Route extends Omit<Path, 'body' | 'response'> {
  /** One sentence for the OpenAPI document. */
  summary: string;
  /** Takes an `Idempotency-Key`: sent again with the same one, it does the same once. */
  keyed?: true;
  /** JSON body; `'bytes'` for a file as it is. */
  body?: z.ZodMiniType | 'bytes';
  /** JSON answer; `'bytes'` for a file (or a redirect to it); `null` for 204. */
  response: z.ZodMiniType | 'bytes' | null;
  /** The refusals that are particular to this route; every route may also answer with `commonProblems`. */
  problems: readonly DiagnosisCode[];
}

/** A kind of body or answer, and what stands for it once schemas are known. */
type Typed<Kind> = Kind extends 'json' ? z.ZodMiniType : Kind;

/** A row for every path and none beside, with a schema exactly where JSON travels. */
type RouteOver = {
  [N in RouteName]: Omit<Route, 'body' | 'response'> & {
    [K in keyof Paths[N] & ('body' | 'response')]: Typed<Paths[N][K]>;
  } & ('body' extends keyof Paths[N] ? unknown : { body?: never });
};

/** The refusals that any route may answer with. */
export const commonProblems = [
  'signed_out',
  'not_permitted',
  'origin_not_allowed',
  'invalid_input',
  'server_closing',
  'server_fault',
] as const satisfies readonly DiagnosisCode[];

/** What S3 may say to a request of the server’s own. */
const s3Problems = [
  'access_key_unknown',
  'secret_wrong',
  'secret_unreadable',
  'keys_removed',
  'credentials_unavailable',
  'credential_malformed',
  'credential_expired',
  'access_denied',
  'bucket_missing',
  'bucket_name_invalid',
  'bucket_in_other_account',
  'region_wrong',
  'endpoint_not_allowed',
  'endpoint_redirects',
  'host_not_found',
  'certificate_invalid',
  'not_s3',
  'organization_denied',
  'account_disabled',
  'encryption_denied',
  'encryption_key_unusable',
  'object_locked',
  'request_invalid',
  'clock_skewed',
  's3_refused',
  's3_unreachable',
  's3_unavailable',
] as const satisfies readonly DiagnosisCode[];

/** Every route there is. The client's type, the server's handlers and the OpenAPI document follow from it. */
export const routes = {
  readSettings: {
    ...paths.readSettings,
    summary: 'The settings, without the secret. Administrators only.',
    response: settingsSchema,
    problems: [],
  },
  saveSettings: {
    ...paths.saveSettings,
    summary:
      'Saves the settings, if they are still those that the values were made from. Without a secret the saved one stays. Administrators only.',
    body: settingsInputSchema,
    response: settingsSchema,
    problems: ['settings_changed', 'endpoint_not_allowed'],
  },
  changeStatus: {
    ...paths.changeStatus,
    summary:
      'Takes S3 out of use (new attachments go to the database, stored ones stay), back into use, or removes the access key. Administrators only.',
    body: statusInputSchema,
    response: settingsSchema,
    problems: ['settings_changed', 'secret_needed', 'secret_unreadable', 'credentials_unavailable'],
  },
  listChanges: {
    ...paths.listChanges,
    summary:
      'Who changed what when: the newest hundred changes of the settings, the newest first. Of the secret only that it was entered, replaced or erased. Administrators only.',
    response: changesSchema,
    problems: [],
  },
  readMove: {
    ...paths.readMove,
    summary:
      'Where the stored attachments are, how far a move of them has come, and which could not be moved. Administrators only.',
    response: moveSchema,
    problems: [],
  },
  startMove: {
    ...paths.startMove,
    summary:
      'Begins to move all stored attachments to where new ones go; the server goes on with it by itself. Administrators only.',
    body: startMoveInputSchema,
    response: moveSchema,
    problems: ['move_conflict', 'secret_unreadable', 'keys_removed', 'credentials_unavailable'],
  },
  changeMoveStatus: {
    ...paths.changeMoveStatus,
    summary:
      'Pauses the move, or lets it go on and tries again what could not be moved. May be called again. Administrators only.',
    body: moveStatusInputSchema,
    response: moveSchema,
    problems: ['move_conflict', 'secret_unreadable', 'keys_removed', 'credentials_unavailable'],
  },
  checkConnection: {
    ...paths.checkConnection,
    summary:
      'Checks values, saved or not, by asking S3; as JSON at the end, or as application/x-ndjson step by step. Writes and deletes one test object. Administrators only.',
    body: connectionInputSchema,
    response: checkReportSchema,
    problems: ['rate_limited'],
  },
  detectRegion: {
    ...paths.detectRegion,
    summary: 'Asks S3, without a key, in which region a bucket is. Administrators only.',
    body: regionInputSchema,
    response: regionFoundSchema,
    problems: ['rate_limited'],
  },
  signProof: {
    ...paths.signProof,
    summary:
      'Presigned URLs to put, read and delete one test object from the administrator’s own browser. Administrators only.',
    body: connectionInputSchema,
    response: proofSchema,
    problems: [
      'rate_limited',
      'secret_needed',
      'secret_unreadable',
      'credentials_unavailable',
      'bucket_name_invalid',
      'region_wrong',
      'credential_malformed',
      'credential_temporary',
      'credentials_swapped',
      'endpoint_invalid',
      'endpoint_not_allowed',
    ],
  },
  confirmProof: {
    ...paths.confirmProof,
    summary:
      'Tells that the proof in the administrator’s browser went well, which ends a stretch of failures of the saved settings. Administrators only.',
    body: connectionInputSchema,
    problems: [],
  },
  signUploads: {
    ...paths.signUploads,
    summary: 'Asks for the right to send files: presigned URLs, or the database while S3 is not in use.',
    keyed: true,
    body: signInputSchema,
    response: z.object({ uploads: z.array(signedUploadSchema) }),
    problems: ['rate_limited', 'secret_unreadable', 'credentials_unavailable'],
  },
  uploadContent: {
    ...paths.uploadContent,
    summary: 'Takes the bytes of a file that goes to the database.',
    problems: ['not_found', 'file_too_large', 'upload_incomplete'],
  },
  completeUpload: {
    ...paths.completeUpload,
    summary: 'Registers a file after its bytes were sent. May be called again: what is stored stays stored.',
    body: completeInputSchema,
    response: completedSchema,
    problems: ['not_found', 'upload_incomplete', 'upload_gone', 'put_not_allowed', ...s3Problems],
  },
  completeUploads: {
    ...paths.completeUploads,
    summary:
      'Registers many files that went whole, each with its own result. May be called again: what is stored stays stored.',
    body: completeManyInputSchema,
    response: completedManySchema,
    problems: [],
  },
  createMultipart: {
    ...paths.createMultipart,
    summary:
      'Begins an upload in parts, or begins it anew, and signs the first parts; says so where the file has to be sent whole.',
    body: multipartInputSchema,
    response: multipartSchema,
    problems: ['rate_limited', 'not_found', 'file_too_large', 'put_not_allowed', ...s3Problems],
  },
  signParts: {
    ...paths.signParts,
    summary: 'Asks for the right to send parts of an upload that was begun: presigned URLs.',
    body: partsInputSchema,
    response: z.object({ parts: z.array(signedPartSchema) }),
    problems: [
      'rate_limited',
      'not_found',
      'upload_gone',
      'secret_unreadable',
      'keys_removed',
      'credentials_unavailable',
    ],
  },
  listParts: {
    ...paths.listParts,
    summary: 'The parts that S3 has of an upload that was begun, where the key may ask for them.',
    response: storedPartsSchema,
    problems: ['not_found', 'upload_gone', ...s3Problems],
  },
  reportFailure: {
    ...paths.reportFailure,
    summary:
      'Tells what the browser saw of a failed transfer, and answers with the cause as far as this caller may see it.',
    body: failureReportSchema,
    response: z.object({ verdict: verdictSchema }),
    problems: ['rate_limited', 'not_found'],
  },
  listAttachments: {
    ...paths.listAttachments,
    summary: 'The attachments of a ticket, oldest first.',
    response: z.object({ attachments: z.array(attachmentSchema) }),
    problems: [],
  },
  deleteTicketAttachments: {
    ...paths.deleteTicketAttachments,
    summary:
      'Deletes everything that a ticket has, drafts of anybody’s and what is still on its way included: for a ticket that goes. Nothing of it is seen any more once this is answered; what S3 still has of it is deleted after that, however long S3 refuses or is down. May be called again.',
    response: ticketDeletedSchema,
    problems: [],
  },
  listDraft: {
    ...paths.listDraft,
    summary: 'The attachments that wait in a draft of the caller’s, oldest first.',
    response: z.object({ attachments: z.array(attachmentSchema) }),
    problems: [],
  },
  sendDraft: {
    ...paths.sendDraft,
    summary: 'Makes the attachments of a draft of the caller’s the ticket’s. May be called again.',
    body: sendDraftInputSchema,
    response: z.object({ attachments: z.array(attachmentSchema) }),
    problems: ['not_found'],
  },
  readContent: {
    ...paths.readContent,
    summary: 'The bytes of an attachment: from the database, or a redirect to S3.',
    problems: ['not_found', 'secret_unreadable', 'keys_removed', 'credentials_unavailable'],
  },
  deleteAttachment: {
    ...paths.deleteAttachment,
    summary: 'Deletes an attachment and its bytes; also withdraws one that was never completed.',
    problems: ['not_found', 'delete_not_allowed', ...s3Problems],
  },
} as const satisfies RouteOver;

/** The table of routes. */
export type Routes = typeof routes;

/** The JSON body of a route; `undefined` where it takes none. */
export type BodyOf<N extends RouteName> = Routes[N] extends { body: infer B }
  ? B extends z.ZodMiniType
    ? z.infer<B>
    : undefined
  : undefined;

/** The JSON answer of a route; `undefined` where there is none. */
export type ResponseOf<N extends RouteName> = Routes[N]['response'] extends infer R
  ? R extends z.ZodMiniType
    ? z.infer<R>
    : undefined
  : never;
