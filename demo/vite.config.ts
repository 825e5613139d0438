import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the demo in one go: its pages into dist/client, its server into dist/server.js. */
export default defineConfig({
  root: here('client'),
  plugins: [react()],
  // The package's name leads to its source, as the root's tsconfig.json says.
  resolve: { tsconfigPaths: true },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: here('dist/client'),
        emptyOutDir: true,
        // Browsers that know light-dark(): its replacement for older ones asks for a color-scheme in the same file.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      },
    },
    ssr: {
      build: {
        outDir: here('dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        ssr: true,
        target: 'node20',
        rolldownOptions: { input: here('server.ts'), output: { entryFileNames: 'server.js' } },
      },
    },
  },
});
