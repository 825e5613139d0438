// @ts-check
import { createConfig } from './createConfig.js';

// What was tried so far: whatever counts, judges, orders, waits and decides. Not yet: `createUploader`, and what sends, signs, hashes and
// prepares, whose tests need a backend and seconds for each mutant. Never: what only a browser runs, as `shrinkImage`, the worker and
// IndexedDB, which Chromium tests.
export const engineTried = [
  'backOff',
  'checkRestrictions',
  'createBoard',
  'createIntake',
  'createPageClock',
  'createPageNetwork',
  'createPatience',
  'createQueue',
  'judgeAnswer',
  'light',
  'planParts',
  'session/sessionKey',
  'Upload',
].map((name) => `src/engine/${name}.ts`);

export default createConfig('engine', engineTried);
