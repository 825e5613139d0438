import { DiagnosisError, loadOnce } from '../diagnosis/index.ts';
import { unreachable } from './unreachable.ts';

const check = /* @__PURE__ */ loadOnce(async () => (await import('./checkWithProof.ts')).checkWithProof);

/**
 * Loads the check with its proof in the browser when it is first asked to: it knows all that S3 can answer.
 *
 * @throws a `DiagnosisError`: it comes from the host's own server, which gave no answer then
 */
export const loadCheck = () =>
  check.load().catch(() => {
    throw new DiagnosisError(unreachable());
  });
