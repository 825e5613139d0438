import type { RouteName } from '../../../src/contract/index.ts';
import { saved, secret, type World } from './createWorld.ts';

const report = { status: 0, body: '', loaded: 0, total: 1, online: true };
export const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];

/** A request that is in order, for a ticket that is not the customer's. */
export function requestFor(name: RouteName, attachmentId: string): NonNullable<Parameters<World['send']>[2]> {
  const bodies: Partial<Record<RouteName, Record<string, unknown>>> = {
    saveSettings: { ...saved, secretAccessKey: secret, version: 0 },
    changeStatus: { status: 'disabled', version: 0 },
    startMove: { to: 's3' },
    changeMoveStatus: { status: 'paused' },
    detectRegion: { bucket: saved.bucket },
    checkConnection: { ...saved, secretAccessKey: secret },
    signProof: { ...saved, secretAccessKey: secret },
    confirmProof: { ...saved, secretAccessKey: secret },
    signUploads: { ticketId: '1', files },
    reportFailure: report,
    completeUploads: { attachmentIds: [attachmentId] },
    createMultipart: { partSize: 5 * 1024 ** 2, parts: [] },
    signParts: { parts: [{ number: 1 }] },
    sendDraft: { attachmentIds: [attachmentId] },
  };
  return { params: { attachmentId, ticketId: '1', draftId: 'd' }, body: bodies[name] ?? {}, bytes: 'x' };
}
