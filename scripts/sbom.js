// @ts-check
// Writes the bill of materials: `npm run sbom`. It holds the time and a number of its own, so it is made for a release and not committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeSbom } from './release/makeSbom.js';

const folder = fileURLToPath(new URL('../.cache/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}sbom.cdx.json`, makeSbom());
console.log('.cache/sbom.cdx.json');
