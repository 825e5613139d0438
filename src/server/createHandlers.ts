import { completeUpload } from './attachments/completeUpload.ts';
import { deleteAttachment } from './attachments/deleteAttachment.ts';
import { listAttachments } from './attachments/listAttachments.ts';
import { readContent } from './attachments/readContent.ts';
import { reportFailure } from './attachments/reportFailure.ts';
import { signUploads } from './attachments/signUploads.ts';
import { uploadContent } from './attachments/uploadContent.ts';
import type { Backend, Handlers } from './Backend.ts';
import { checkConnection } from './connection/checkConnection.ts';
import { confirmProof } from './connection/confirmProof.ts';
import { detectRegion } from './connection/detectRegion.ts';
import { signProof } from './connection/signProof.ts';
import { changeStatus } from './settings/changeStatus.ts';
import { readSettings } from './settings/readSettings.ts';
import { saveSettings } from './settings/saveSettings.ts';

/** Makes the handler of every route. */
export function createHandlers(backend: Backend): Handlers {
  return {
    readSettings: readSettings(backend),
    saveSettings: saveSettings(backend),
    changeStatus: changeStatus(backend),
    checkConnection: checkConnection(backend),
    detectRegion: detectRegion(backend),
    signProof: signProof(backend),
    confirmProof: confirmProof(backend),
    signUploads: signUploads(backend),
    uploadContent: uploadContent(backend),
    completeUpload: completeUpload(backend),
    reportFailure: reportFailure(backend),
    listAttachments: listAttachments(backend),
    readContent: readContent(backend),
    deleteAttachment: deleteAttachment(backend),
  };
}
