// In: diagnoses. What client and server promise each other is written here once.
// Out: the paths, the table of routes with its schemas laid over them, problem+json, the OpenAPI document.
// May import: diagnosis, guide, zod.
export {
  type Attachment,
  attachmentSchema,
  type Checksum,
  checksumSchema,
  type Completed,
  completedSchema,
  type FailureReport,
  failureReportSchema,
  fileSchema,
  type SentPart,
  type SignedPart,
  signedPartSchema,
  type SignedUpload,
  signedUploadSchema,
  signInputSchema,
  ticketIdSchema,
  type UploadTarget,
} from './attachments.ts';
export {
  type Change,
  type ChangedField,
  changedFieldSchema,
  changeSchema,
  changesSchema,
  type Deed,
  deedSchema,
} from './changes.ts';
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
  type Proof,
  proofSchema,
  type RegionFound,
  regionFoundSchema,
  regionInputSchema,
  skipReasons,
  unknownReasons,
} from './connection.ts';
export { createOpenApi } from './createOpenApi.ts';
export { maxParts, maxPutSize, minPartSize } from './limits.ts';
export {
  type Move,
  type MoveFailure,
  moveFailureSchema,
  moveSchema,
  type MoveState,
  moveStateSchema,
  moveStatusInputSchema,
  moveTargetSchema,
  startMoveInputSchema,
} from './move.ts';
export { ndjsonType, type ParamsOf, type Path, pathOf, paths, type RouteName } from './paths.ts';
export { type Problem, problemSchema, problemType, statusOf, toProblem } from './problem.ts';
export { reportOn } from './reportOn.ts';
export { type BodyOf, commonProblems, type ResponseOf, type Route, type Routes, routes } from './routes.ts';
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
  type ServerKey,
  serverKeySchema,
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
