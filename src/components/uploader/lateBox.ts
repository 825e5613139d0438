'use client';
import { loadOnce } from '../../diagnosis/index.ts';
import type * as box from './UploadBox.tsx';

/** What is loaded late of the uploader. */
export type LateBox = typeof box;

/** What is shown of files; loaded when there soon are any. */
export const lateBox = /* @__PURE__ */ loadOnce((): Promise<LateBox> => import('./UploadBox.tsx'));
