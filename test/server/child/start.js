// Runs a TypeScript file of this folder as a process of its own: `node start.js serve.ts`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL(process.argv[2], import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
