// In: the host's sessions (authorize), a store, an encryption key, S3.
// Out: a fetch handler that keeps the contract, and a store in memory. Runs in Node and in a browser.
// May import: contract, diagnosis, guide, hono, aws4fetch. `node:` only behind ./server/node.
export { createHandler, type HandlerOptions } from './createHandler.ts';
export type { LogEntry } from './LogEntry.ts';
export type { GuardedS3Fetch, S3Fetch, S3Init } from './s3/S3Edge.ts';
export { createMemoryStore } from './store/createMemoryStore.ts';
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
export type { Authorize, Viewer } from './Viewer.ts';
