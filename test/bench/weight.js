// What every door of the package weighs and what is in it: `npm run weight`. The budget of the widgets is kept by `npm run size`.
import { mkdir, writeFile } from 'node:fs/promises';
import { measuredAt } from '../../scripts/report/measuredAt.js';
import { weighDoors } from './size/weighDoors.js';
import { writeWeights } from './size/writeWeights.js';

const weights = await weighDoors();
const cache = new URL('../../.cache/', import.meta.url);
await mkdir(cache, { recursive: true });
await writeFile(new URL('weight.json', cache), `${JSON.stringify({ ...measuredAt(), weights }, null, 1)}\n`);
console.log(writeWeights(weights));
console.log(
  '\nMin+gzip, React, react-dom and TanStack Query left out; behind the doors of the server all that its host brings.',
);
