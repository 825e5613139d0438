// @ts-check
// Writes THIRD-PARTY-NOTICES.md: `npm run notices`, after a dependency changed.
import { writeFileSync } from 'node:fs';
import { makeNotices } from './release/makeNotices.js';

writeFileSync(new URL('../THIRD-PARTY-NOTICES.md', import.meta.url), makeNotices());
