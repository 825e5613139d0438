import { createHash } from 'node:crypto';
import { type Client, createClient } from '../../../src/client/index.ts';
import type { BodyOf, SignedUpload } from '../../../src/contract/index.ts';
import { codeOf, type DiagnosisCode, DiagnosisError } from '../../../src/diagnosis/index.ts';
import type { Role } from '../../server/support/viewers.ts';
import type { Fleet } from './createFleet.ts';
import type { Told } from './Told.ts';

type File = BodyOf<'signUploads'>['files'][number];
type Signed = Extract<SignedUpload['result'], { status: 'signed' }>;

/** A help desk whose client goes on where a process of the backend has died, as a browser does. */
export interface Desk {
  told: Map<string, Told>;
  /** Refusals that no right order of things explains. */
  surprises: string[];
  /** Asks until it is answered; answers with the code of a refusal. */
  ask<T>(role: Role, work: (client: Client) => Promise<T>): Promise<T | DiagnosisCode>;
  sign(bytes: Uint8Array, ticketId: string, file?: Partial<File>, draftId?: string): Promise<Signed | null>;
  /** Sends bytes to the database. */
  putContent(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  /** Registers it, if it was sent. */
  complete(id: string, body?: BodyOf<'completeUpload'>): Promise<void>;
  /** Deletes it. */
  remove(id: string): Promise<void>;
}

/** Said where a process dies, before or amid its answer. */
const lost: readonly DiagnosisCode[] = ['api_unreachable', 'malformed_response', 'server_closing'];
/** Said of what another one was quicker with, or of what was not sent. */
const fair: readonly DiagnosisCode[] = [
  'not_found',
  'upload_gone',
  'upload_incomplete',
  'settings_changed',
  'invalid_input',
  // Somebody took S3 out of use between the offer and the start.
  'move_conflict',
];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Hexadecimal. */
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes a help desk before these processes. */
export function createDesk(fleet: Pick<Fleet, 'fetch'>): Desk {
  const told = new Map<string, Told>();
  const surprises: string[] = [];
  const clientOf = (role: Role) =>
    createClient({
      baseUrl: '',
      fetch: fleet.fetch,
      headers: () => ({ 'x-role': role }),
    });
  const clients: Partial<Record<Role, Client>> = {};

  const ask: Desk['ask'] = async (role, work) => {
    const client = (clients[role] ??= clientOf(role));
    for (;;) {
      try {
        return await work(client);
      } catch (error) {
        if (!(error instanceof DiagnosisError)) throw error;
        const code = codeOf(error.verdict);
        if (!lost.includes(code)) {
          if (!fair.includes(code)) surprises.push(JSON.stringify(error.verdict));
          return code;
        }
        await pause(40);
      }
    }
  };

  const note = (id: string, to: Partial<Told>) => Object.assign(told.get(id) ?? {}, to);

  return {
    told,
    surprises,
    ask,
    async sign(bytes, ticketId, file = {}, draftId) {
      const files = [
        { id: 'f', name: 'a file.bin', size: bytes.byteLength, type: 'application/octet-stream', ...file },
      ];
      const answer = await ask('agent', (client) =>
        client.signUploads({ body: { ticketId, files, ...(draftId === undefined ? {} : { draftId }) } }),
      );
      const result = typeof answer === 'string' ? undefined : answer.uploads[0]?.result;
      if (result?.status !== 'signed') return null;
      const { attachmentId: id } = result;
      const size = bytes.byteLength;
      const to = result.target.to === 'database' ? 'database' : 's3';
      told.set(id, {
        id,
        ticketId,
        to,
        sha256: sha256(bytes),
        size,
        status: 'open',
        sent: false,
        busy: true,
      });
      return result;
    },
    async putContent(id, body) {
      const headers = { 'content-type': 'application/octet-stream', 'x-role': 'agent' };
      for (;;) {
        const answer = await fleet
          .fetch(`/attachments/${id}/content`, {
            method: 'PUT',
            headers,
            body,
          })
          .catch(() => null);
        if (answer) return answer.status;
        await pause(40);
      }
    },
    async complete(id, body = {}) {
      if (!told.get(id)?.sent) return;
      const answer = await ask('agent', (client) => client.completeUpload({ attachmentId: id, body }));
      if (typeof answer !== 'string') note(id, { status: 'stored' });
    },
    async remove(id) {
      const answer = await ask('agent', (client) => client.deleteAttachment({ attachmentId: id }));
      if (answer === undefined || answer === 'not_found') note(id, { status: 'deleted' });
    },
  };
}
