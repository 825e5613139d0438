import { DiagnosisError, loadOnce } from '../diagnosis/index.ts';
import { unreachable } from './unreachable.ts';

const answers = /* @__PURE__ */ loadOnce(() => import('./answers.ts'));

/**
 * Loads what reads the answers, zod and the schemas, when it is first asked to.
 *
 * @throws a `DiagnosisError`: it comes from the host's own server, which gave no answer then
 */
export const loadAnswers = () =>
  answers.load().catch(() => {
    throw new DiagnosisError(unreachable());
  });
