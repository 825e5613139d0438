'use client';
import { useMemo } from 'react';
import { codeOf, type Verdict } from '../diagnosis/index.ts';
import type { Refusal, Upload, Uploader } from '../engine/index.ts';
import { useUploadIds, useUploadSummary } from './useUploader.ts';

/** Uploads that share a cause, in the order of the list. */
export interface UploadGroup<Cause> {
  /** The same for the same cause. */
  readonly key: string;
  readonly cause: Cause;
  readonly ids: readonly string[];
}

/** What is to be said of many uploads at once. */
export interface UploadGroups {
  /** Equal causes are one group; its verdict is that of the first file. */
  readonly failed: readonly UploadGroup<Verdict>[];
  /** Stored, and not right although they are. */
  readonly notices: readonly UploadGroup<Verdict>[];
  /** One group a rule. */
  readonly refused: readonly UploadGroup<Refusal>[];
}

/** Uploads grouped by their cause, so that it is said once. Changes only when one begins or ends. */
export function useUploadGroups(uploader: Uploader): UploadGroups {
  const ids = useUploadIds(uploader);
  const summary = useUploadSummary(uploader);
  return useMemo(() => {
    const uploads =
      summary.failed + summary.refused + summary.stored === 0
        ? []
        : ids.flatMap((id) => uploader.getUpload(id) ?? []);
    return {
      failed: group(uploads, (upload) => (upload.status === 'failed' ? upload.verdict : null), keyOfVerdict),
      notices: group(uploads, (upload) => (upload.status === 'stored' ? upload.notice : null), keyOfVerdict),
      refused: group(
        uploads,
        (upload) => (upload.status === 'refused' ? upload.refusal : null),
        ({ code }) => code,
      ),
    };
  }, [uploader, ids, summary]);
}

function group<Cause>(
  uploads: readonly Upload[],
  causeOf: (upload: Upload) => Cause | null,
  keyOf: (cause: Cause) => string,
): UploadGroup<Cause>[] {
  const groups = new Map<string, { key: string; cause: Cause; ids: string[] }>();
  for (const upload of uploads) {
    const cause = causeOf(upload);
    if (cause === null) continue;
    const key = keyOf(cause);
    const found = groups.get(key);
    if (found) found.ids.push(upload.id);
    else groups.set(key, { key, cause, ids: [upload.id] });
  }
  return [...groups.values()];
}

/** What differs from file to file although the cause is one. */
const ofOneFile = new Set(['s3', 'resource', 'loaded', 'total', 'expected', 'found']);

function keyOfVerdict(verdict: Verdict): string {
  if (verdict.detail === 'redacted') return codeOf(verdict);
  return JSON.stringify(verdict.diagnosis, (name, value: unknown) =>
    ofOneFile.has(name) ? undefined : value,
  );
}
