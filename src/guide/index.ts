// In: nothing. The facts of the set-up guide are written here once.
// Out: the steps, their words, the three documents to paste, the regions.
// May import: nothing of ours.
export {
  bucketPlaceholder,
  bucketPolicy,
  corsRules,
  type DocumentFacts,
  documentSteps,
  documentText,
  hasDocument,
  iamPolicy,
} from './documents.ts';
export { type GuideStepWords, guideWords } from './en.ts';
export { type Region, regions } from './regions.ts';
export { type DocumentStep, documentParts, type GuideStep, guideSteps } from './steps.ts';
