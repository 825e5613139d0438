import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { doors } from '../../vite.config.ts';

const folder = fileURLToPath(new URL('../../.cache/processes/', import.meta.url));

/** Makes one file of a TypeScript file and all that it imports, for a Node process of its own. Answers with its path; who asked removes it. */
export async function bundleForNode(entry: URL, name: string): Promise<string> {
  // Two runs at the same time do not write each other's file.
  const file = `${name}-${process.pid}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: doors },
    // In one file a process is up in half the time.
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg-native', 'hash-wasm'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: fileURLToPath(entry),
        output: { entryFileNames: file, codeSplitting: false },
      },
    },
  });
  return `${folder}${file}`;
}
