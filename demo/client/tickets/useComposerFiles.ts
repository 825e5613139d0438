import { type Upload, type Uploader, useUploadIds, useUploadSummary } from '@triage-ai/s3-attachments';
import { useMemo } from 'react';

/** How the composer's files stand. */
export interface ComposerFiles {
  /** How many are on their way. */
  pending: number;
  /** Those that did not arrive; one that fails again is another object. */
  failed: readonly Upload[];
  /** Those that did. */
  stored: readonly Upload[];
}

/** Follows the files of an uploader; what was refused by the composer's own rules says so in its row, and holds nothing up. */
export function useComposerFiles(uploader: Uploader): ComposerFiles {
  const ids = useUploadIds(uploader);
  const summary = useUploadSummary(uploader);
  return useMemo(() => {
    const uploads = ids.flatMap((id) => uploader.getUpload(id) ?? []);
    return {
      pending: summary.pending,
      failed: uploads.filter(({ status }) => status === 'failed'),
      stored: uploads.filter(({ status }) => status === 'stored'),
    };
  }, [uploader, ids, summary]);
}
