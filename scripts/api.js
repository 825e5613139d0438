// @ts-check
// Writes what every door declares into etc/api: `npm run api`, after `npm run build`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeApiReports } from './api/makeApiReports.js';

const folder = fileURLToPath(new URL('../etc/api/', import.meta.url));
const reports = makeApiReports();
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (!reports.has(file)) rmSync(`${folder}${file}`);
for (const [file, text] of reports) writeFileSync(`${folder}${file}`, text);
