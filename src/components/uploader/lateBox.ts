'use client';
import { loadOnce } from '../../diagnosis/index.ts';

/** What is shown of files; loaded when there soon are any. */
export const lateBox = /* @__PURE__ */ loadOnce(() => import('./UploadBox.tsx'));
