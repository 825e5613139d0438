// @ts-check
import { createConfig } from './createConfig.js';

// Whatever counts, judges, orders, waits, decides, asks and registers. Not yet: `createUploader`, and what signs, prepares, sends, explains
// and computes digests, whose tests take seconds for each mutant. Never: what only a browser runs, as `shrinkImage`, the worker and
// IndexedDB, which Chromium tests.
export const engineTried = [
  'backOff',
  'checkRestrictions',
  'createAsk',
  'createBoard',
  'createIntake',
  'createPageClock',
  'createPageNetwork',
  'createPatience',
  'createQueue',
  'createRegistrar',
  'judgeAnswer',
  'light',
  'planParts',
  'recall',
  'session/sessionKey',
  'Upload',
].map((name) => `src/engine/${name}.ts`);

export default createConfig('engine', engineTried);
