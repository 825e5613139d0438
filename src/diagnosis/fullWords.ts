import type { DiagnosisMessages } from './DiagnosisMessages.ts';
import { type Loaded, loadOnce } from './loadOnce.ts';

/** The words for administrators in English, which only who is told a cause in full needs: they are loaded then. */
export const fullWords: Loaded<DiagnosisMessages> = /* @__PURE__ */ loadOnce(() =>
  import('./en.ts').then(({ diagnosisWords }) => diagnosisWords),
);
