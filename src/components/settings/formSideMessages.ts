'use client';
import type { DeepPartial } from '../primitives/mergeMessages.ts';
import { type CheckMessages, checkMessages } from './checkMessages.ts';
import { type FormCodes, type FormMessages, formCodes, formMessages } from './formMessages.ts';
import type { GuideMessages } from './guideMessages.ts';
import { type HistoryMessages, historyMessages } from './historyMessages.ts';
import type { MoveMessages } from './moveMessages.ts';
import { type PanelMessages, panelMessages } from './panelMessages.ts';
import { type SaveMessages, saveMessages, type StorageMessages, storageMessages } from './saveMessages.ts';

/** The words of the form and what stands below it. */
export interface FormSideMessages extends PanelMessages, FormCodes {
  check: CheckMessages;
  form: FormMessages;
  save: SaveMessages;
  storage: StorageMessages;
  history: HistoryMessages;
}

/** The same, with a host's own words for what is loaded late: that lays them over its English ones when it is there. */
export type WorkspaceMessages = FormSideMessages & DeepPartial<GuideMessages & { move: MoveMessages }>;

/** The words of the form and what stands below it, in English. */
export const formSideMessages: FormSideMessages = {
  ...panelMessages,
  ...formCodes,
  check: checkMessages,
  form: formMessages,
  save: saveMessages,
  storage: storageMessages,
  history: historyMessages,
};
