// In: diagnoses. What client and server promise each other is written here once.
// Out: the table of routes with its schemas, problem+json, the OpenAPI document.
// May import: diagnosis, guide, zod.
export {
  type Attachment,
  attachmentSchema,
  type Completed,
  completedSchema,
  type FailureReport,
  failureReportSchema,
  fileSchema,
  type SignedUpload,
  signedUploadSchema,
  signInputSchema,
  ticketIdSchema,
  type UploadTarget,
} from './attachments.ts';
export {
  type CheckEvent,
  checkEventSchema,
  type CheckReport,
  checkReportSchema,
  type CheckStep,
  type CheckStepName,
  checkStepNames,
  checkStepSchema,
  type ConnectionInput,
  connectionInputSchema,
  ndjsonType,
  type Proof,
  proofSchema,
  type RegionFound,
  regionFoundSchema,
  regionInputSchema,
  skipReasons,
  unknownReasons,
} from './connection.ts';
export { createOpenApi } from './createOpenApi.ts';
export { type Problem, problemSchema, problemType, statusOf, toProblem } from './problem.ts';
export { reportOn } from './reportOn.ts';
export {
  type BodyOf,
  commonProblems,
  type ParamsOf,
  pathOf,
  type ResponseOf,
  type Route,
  type RouteName,
  type Routes,
  routes,
} from './routes.ts';
export {
  accessKeyIdSchema,
  bucketSchema,
  completeSettingsInputSchema,
  endpointSchema,
  type Health,
  healthSchema,
  keyPrefixSchema,
  type Links,
  linksSchema,
  publicBaseUrlSchema,
  regionSchema,
  type SavedSettings,
  secretAccessKeySchema,
  type Settings,
  type SettingsInput,
  type SettingsIssue,
  settingsInputSchema,
  settingsIssues,
  settingsSchema,
  statusInputSchema,
  versionSchema,
} from './settings.ts';
export { shownName } from './shownName.ts';
