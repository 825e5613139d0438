// In: nothing. The facts of the set-up guide are written here once.
// Out: the steps, their words and places in the console, the three documents to paste, the shortcuts, the regions; what a pasted text tells.
// May import: nothing of ours.
export { type BucketNameProblem, bucketNameProblems } from './bucketNameProblems.ts';
export { consoleUrl, toolUrl } from './consoleUrl.ts';
export {
  bucketPlaceholder,
  bucketPolicy,
  corsRules,
  type DocumentFacts,
  documentSteps,
  documentText,
  type GuideFacts,
  hasDocument,
  iamPolicy,
  publicAccessBlock,
} from './documents.ts';
export { type GuideStepWords, guideWords } from './en.ts';
export { fitFacts } from './fitFacts.ts';
export { helpVideo } from './helpVideo.ts';
export { type Partition, partitionOf } from './partitionOf.ts';
export { readPastedBucket } from './readPastedBucket.ts';
export { readPastedValues } from './readPastedValues.ts';
export { type Region, regions } from './regions.ts';
export type { ShortcutFacts } from './shortcuts/readyFacts.ts';
export { type Shortcut, shortcutFileName, shortcuts, shortcutText } from './shortcutText.ts';
export { documentParts, type GuideStep, guideSteps } from './steps.ts';
export { suggestBucketName } from './suggestBucketName.ts';
export { type PastedRemnant, trimPasted } from './trimPasted.ts';
