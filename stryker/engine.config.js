// @ts-check
import { createConfig } from './createConfig.js';

// Whatever counts, judges, orders, waits, decides, asks, prepares, signs, sends, explains, registers and computes digests, and what ties
// them together. Never: what only a browser runs, as `shrinkImage` and IndexedDB, which Chromium tests.
export const engineTried = [
  'backOff',
  'checkRestrictions',
  'createAsk',
  'createBoard',
  'createIntake',
  'createPageClock',
  'createPageNetwork',
  'createPatience',
  'createPreparation',
  'createQueue',
  'createRegistrar',
  'createSender',
  'createSigner',
  'createUploader',
  'deliver',
  'digestText',
  'explainFailure',
  'hash/createBlockDigest',
  'hash/createCrc32',
  'hash/createHash',
  'hash/createMd5',
  'hash/createSha256',
  'hash/digestBlob',
  'hash/hashWorker',
  'isReadable',
  'judgeAnswer',
  'lazyEdges',
  'light',
  'planParts',
  'recall',
  'sendParts',
  'session/sessionKey',
  'Upload',
  'withDefaults',
  'Work',
].map((name) => `src/engine/${name}.ts`);

export default createConfig('engine', engineTried);
