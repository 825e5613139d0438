import type { SettingsMessages } from '../../components/index.ts';
import { check } from './check.ts';
import { diagnosisWords } from './diagnosis.ts';
import { bucketName, form, issues, notes } from './form.ts';
import { guide } from './guide.ts';
import { guidePanel } from './guidePanel.ts';
import { history } from './history.ts';
import { move } from './move.ts';
import { panel } from './panel.ts';
import { pictures } from './pictures.ts';
import { save, storage } from './save.ts';
import { shortcut } from './shortcut.ts';
import { uploadFailureMessages } from './uploadFailure.ts';

/** The words of the settings panel in Japanese. */
export const settingsMessages: SettingsMessages = {
  ...uploadFailureMessages,
  diagnosis: diagnosisWords,
  issues,
  bucketName,
  notes,
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
