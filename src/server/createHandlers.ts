import { completeUpload } from './attachments/completeUpload.ts';
import { completeUploads } from './attachments/completeUploads.ts';
import { createMultipart } from './attachments/createMultipart.ts';
import { deleteAttachment } from './attachments/deleteAttachment.ts';
import { deleteTicketAttachments } from './attachments/deleteTicketAttachments.ts';
import { listAttachments } from './attachments/listAttachments.ts';
import { listDraft } from './attachments/listDraft.ts';
import { listParts } from './attachments/listParts.ts';
import { readContent } from './attachments/readContent.ts';
import { reportFailure } from './attachments/reportFailure.ts';
import { sendDraft } from './attachments/sendDraft.ts';
import { signParts } from './attachments/signParts.ts';
import { signUploads } from './attachments/signUploads.ts';
import { uploadContent } from './attachments/uploadContent.ts';
import type { Backend, Handlers } from './Backend.ts';
import { checkConnection } from './connection/checkConnection.ts';
import { confirmProof } from './connection/confirmProof.ts';
import { detectRegion } from './connection/detectRegion.ts';
import { signProof } from './connection/signProof.ts';
import { changeMoveStatus } from './move/changeMoveStatus.ts';
import { readMove } from './move/readMove.ts';
import { startMove } from './move/startMove.ts';
import { changeStatus } from './settings/changeStatus.ts';
import { listChanges } from './settings/listChanges.ts';
import { readSettings } from './settings/readSettings.ts';
import { saveSettings } from './settings/saveSettings.ts';

/** Makes the handler of every route. */
export function createHandlers(backend: Backend): Handlers {
  return {
    readSettings: readSettings(backend),
    saveSettings: saveSettings(backend),
    changeStatus: changeStatus(backend),
    listChanges: listChanges(backend),
    readMove: readMove(backend),
    startMove: startMove(backend),
    changeMoveStatus: changeMoveStatus(backend),
    checkConnection: checkConnection(backend),
    detectRegion: detectRegion(backend),
    signProof: signProof(backend),
    confirmProof: confirmProof(backend),
    signUploads: signUploads(backend),
    uploadContent: uploadContent(backend),
    completeUpload: completeUpload(backend),
    completeUploads: completeUploads(backend),
    createMultipart: createMultipart(backend),
    signParts: signParts(backend),
    listParts: listParts(backend),
    reportFailure: reportFailure(backend),
    listAttachments: listAttachments(backend),
    deleteTicketAttachments: deleteTicketAttachments(backend),
    listDraft: listDraft(backend),
    sendDraft: sendDraft(backend),
    readContent: readContent(backend),
    deleteAttachment: deleteAttachment(backend),
  };
}
