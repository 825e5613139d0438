'use client';
import { type DiagnosisMessages, diagnosisWords } from '../../diagnosis/index.ts';
import { type GuideMessages, guideMessages } from './guideMessages.ts';
import { type MoveMessages, moveMessages } from './moveMessages.ts';
import { type FormSideMessages, formSideMessages } from './formSideMessages.ts';

/** The words of the settings panel, those that come late included. */
export interface SettingsMessages extends FormSideMessages, GuideMessages {
  /** All of them: who sees the settings is told every cause in full. */
  diagnosis: DiagnosisMessages;
  move: MoveMessages;
}

/** The words of the settings panel in English: for a host that changes between languages. The panel itself loads them part by part. */
export const settingsMessages: SettingsMessages = {
  ...formSideMessages,
  ...guideMessages,
  diagnosis: diagnosisWords,
  move: moveMessages,
};
