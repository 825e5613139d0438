// @ts-check
import { createConfig } from './createConfig.js';

// Whatever counts, judges, orders, waits and decides, asks, signs, delivers and registers. Not yet: `createUploader`, `createSender`, `sendParts` and the digests,
// whose tests take seconds for each mutant. Never: what only a browser runs, as `shrinkImage`, the worker and IndexedDB, which Chromium
// tests.
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
  'createSigner',
  'deliver',
  'explainFailure',
  'judgeAnswer',
  'light',
  'planParts',
  'recall',
  'session/sessionKey',
  'Upload',
].map((name) => `src/engine/${name}.ts`);

export default createConfig('engine', engineTried);
