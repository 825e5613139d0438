// @ts-check
import { createConfig } from './createConfig.js';

// Whatever counts, judges, orders, waits, decides, asks, prepares, signs, sends, explains and registers. Not yet: `createUploader`, which ties
// them together, and what computes digests: their tests take seconds for each mutant. Never: what only a browser runs, as `shrinkImage`,
// the worker and IndexedDB, which Chromium tests.
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
  'deliver',
  'explainFailure',
  'judgeAnswer',
  'light',
  'planParts',
  'recall',
  'sendParts',
  'session/sessionKey',
  'Upload',
].map((name) => `src/engine/${name}.ts`);

export default createConfig('engine', engineTried);
