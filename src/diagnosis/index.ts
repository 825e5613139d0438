// In: what S3, a preflight or a browser's transfer answered, and what was asked.
// Out: a Diagnosis (data), a Verdict (the part that a viewer may see), the words for both audiences.
// May import: guide, zod.
export {
  type Diagnosis,
  type DiagnosisCode,
  type DiagnosisOf,
  diagnosisCodes,
  diagnosisSchema,
} from './Diagnosis.ts';
export { DiagnosisError, verdictOf } from './DiagnosisError.ts';
export type { DiagnosisMessages, DiagnosisWords } from './DiagnosisMessages.ts';
export { diagnosisWords } from './en.ts';
export { type EveryoneMessages, everyoneWords } from './everyone.en.ts';
export { open as openWords, type OpenCode } from './en/open.ts';
export { publicReadRefused, withOtherAction } from './fromAccessDenied.ts';
export { fromPreflight, isAllowed, type Preflight } from './fromPreflight.ts';
export { fromPublicRead } from './fromPublicRead.ts';
export { regionWrong } from './fromRedirect.ts';
export { bucketMissing, fromS3Error } from './fromS3Error.ts';
export { type BrokenTransfer, fromTransfer } from './fromTransfer.ts';
export { type ConnectionValues, fromValues } from './fromValues.ts';
export { fullWords } from './fullWords.ts';
export { type Loaded, loadOnce } from './loadOnce.ts';
export { malformed } from './malformed.ts';
export { looksLikeSecret, shownKeyId } from './plainText.ts';
export { loadWordsFor } from './loadWordsFor.ts';
export { element, isBusy, isRefusal, type S3Answer, s3Facts } from './S3Answer.ts';
export type { S3Request } from './S3Request.ts';
export { targetFromText } from './targetFromText.ts';
export { remedyBy } from './remedyBy.ts';
export { type Audience, codeOf, type Verdict, verdictFor } from './Verdict.ts';
export { verdictSchema } from './verdictSchema.ts';
export {
  pointsAt,
  type SettingsField,
  type SettingsTarget,
  settingsTargets,
  targetToText,
  type Where,
} from './where.ts';
export { whereSchema } from './whereSchema.ts';
export { hasWords, type VerdictMessages, wordsFor } from './wordsFor.ts';
