'use client';
import { loadOnce } from '../../diagnosis/index.ts';

/** What is shown of attachments; loaded while they are being read. */
export const lateRows = /* @__PURE__ */ loadOnce(() => import('./AttachmentRows.tsx'));
