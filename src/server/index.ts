// In: the host's sessions (authorize), a store, an encryption key, S3.
// Out: a fetch handler that keeps the contract, and a store in memory. Runs in Node and in a browser.
// May import: contract, diagnosis, guide, hono, aws4fetch. `node:` only behind ./server/node.
export type { CredentialProvider, ProvidedCredentials } from './credentials/CredentialProvider.ts';
export { createHandler, type HandlerOptions } from './createHandler.ts';
export type { FailureEntry, FaultEntry, LogEntry, RequestEntry, SweepEntry } from './LogEntry.ts';
export { logToConsole } from './logToConsole.ts';
export type { RateLimit, RateLimits } from './http/createRateLimits.ts';
export type { CloseOptions } from './http/createShutdown.ts';
export type { HealthFacts } from './observe/createHealthCheck.ts';
export type { MetricsOptions } from './observe/operatorRoutes.ts';
export { type Reencryption, reencryptSecrets, type ReencryptionOptions } from './reencryptSecrets.ts';
export type { GuardedS3Fetch, S3Fetch, S3Init } from './s3/S3Edge.ts';
export { createMemoryStore } from './store/createMemoryStore.ts';
export type { ChangeRow, ChangeStore, ChangeToKeep } from './store/ChangeStore.ts';
export type { AttachmentRow, Draft, MultipartColumns, PartChecksum } from './store/AttachmentStore.ts';
export type {
  HealthEvent,
  HealthRow,
  SavedSettings,
  SealedAccessKey,
  SettingsRow,
  SettingsStatus,
} from './store/SettingsStore.ts';
export type { Store } from './store/Store.ts';
export type { Handler } from './Handler.ts';
export type { MoveReport } from './move/Mover.ts';
export type { SweepCounts, SweepReport } from './sweep/SweepReport.ts';
export type { Authorize, Viewer } from './Viewer.ts';
