'use client';
import { loadOnce } from '../../diagnosis/index.ts';

/** The form and what belongs to it; loaded while the settings are being read. */
export const lateWorkspace = /* @__PURE__ */ loadOnce(() => import('./SettingsWorkspace.tsx'));
