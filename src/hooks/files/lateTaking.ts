'use client';
import { loadOnce } from '../../diagnosis/index.ts';

/** What takes dropped and pasted files; loaded when there is something to drop them on. */
export const lateTaking = /* @__PURE__ */ loadOnce(() => import('./takeFiles.ts'));
