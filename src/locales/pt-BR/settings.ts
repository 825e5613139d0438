'use client';
import type { SettingsMessages } from '../../components/index.ts';
import { check } from './check.ts';
import { diagnosis } from './diagnosis.ts';
import { form } from './form.ts';
import { formCodes } from './formCodes.ts';
import { guide } from './guide.ts';
import { guidePanel } from './guidePanel.ts';
import { history } from './history.ts';
import { move } from './move.ts';
import { panel } from './panel.ts';
import { pictures } from './pictures.ts';
import { save } from './save.ts';
import { shortcut } from './shortcut.ts';
import { storage } from './storage.ts';
import { uploadFailureMessages } from './uploadFailure.ts';

/** The words of the settings panel in Brazilian Portuguese. */
export const settingsMessages: SettingsMessages = {
  ...uploadFailureMessages,
  diagnosis,
  ...formCodes,
  check,
  guide,
  guidePanel,
  pictures,
  shortcut,
  form,
  save,
  storage,
  history,
  move,
  panel,
};
