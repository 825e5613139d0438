// Writes openapi.json from the table of routes.
import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const { module } = await runnerImport(new URL('src/contract/index.ts', root).pathname, {
  configFile: false,
  logLevel: 'error',
});
writeFileSync(new URL('openapi.json', root), `${JSON.stringify(module.createOpenApi(version), null, 2)}\n`);
