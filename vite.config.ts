import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumArgs, findChromium } from './scripts/findChromium.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const browser = findChromium();
const name = '@triage-ai/s3-attachments';

/** The languages that the widgets speak, each a door of its own. */
const locales = readdirSync(here('src/locales'))
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

/** The doors of the package: stories, demo and tests import them by name and get the source. */
export const doors = [
  { find: `${name}/styles.css`, replacement: here('src/styles/styles.css') },
  { find: `${name}/locales`, replacement: here('src/locales') },
  { find: `${name}/contract`, replacement: here('src/contract/index.ts') },
  { find: `${name}/engine`, replacement: here('src/engine/index.ts') },
  { find: `${name}/client`, replacement: here('src/client/index.ts') },
  { find: `${name}/server/node`, replacement: here('src/server/node.ts') },
  { find: `${name}/server`, replacement: here('src/server/index.ts') },
  { find: `${name}/testing/msw`, replacement: here('src/testing/msw.ts') },
  { find: `${name}/testing`, replacement: here('src/testing/index.ts') },
  { find: name, replacement: here('src/index.ts') },
];

// These bring their stores with them, of every kind, or need none: in the unit tests they run just as they would elsewhere.
const ownStores = [
  'test/server/{closeOnSignal,contentPieces,createS3Fetch,flatMemory,leases,migrations}.test.ts',
  'test/server/{postgres,reencrypt,sharedLock,stores,sweepStore}.test.ts',
];

// In a page something may come between two steps of a test that no person would notice. On a busy CI that is no red by itself; whoever
// works on a test, or runs it here, is told at once.
const inPage = { retry: process.env.CI ? 1 : 0 };

// Made anew for each project: Vitest writes the project's name into the instances.
const inChromium = (): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { ...(browser ? { executablePath: browser } : {}), args: chromiumArgs },
  }),
  instances: [{ browser: 'chromium' }],
});

/**
 * Vite would put the worker into `assets` under an absolute address. It is a file of its own beside the one that starts it, by a
 * relative address that the host's bundler, or a plain server, finds.
 */
const workerBesideItsMaster = (): Plugin => {
  const address = "new URL('./hashWorker.js', import.meta.url)";
  // As long as the address, so that the source maps stay right.
  const mark = '__S3A_HASH_WORKER'.padEnd(address.length, '_');
  const swap = (code: string, from: string, to: string) => ({ code: code.replace(from, to), map: null });
  let isPackage = false;
  return {
    name: 's3a:worker-beside-its-master',
    enforce: 'pre',
    apply: 'build',
    configResolved: ({ build }) => {
      // Storybook takes `lib` away, and the bundled worker of Vite is right there.
      isPackage = Boolean(build.lib);
    },
    transform: (code) => (isPackage && code.includes(address) ? swap(code, address, mark) : null),
    renderChunk: (code) => (code.includes(mark) ? swap(code, mark, address) : null),
  };
};

export default defineConfig({
  plugins: [react(), workerBesideItsMaster()],
  resolve: { alias: doors },
  build: {
    target: 'es2022',
    // Browsers that know light-dark(): its replacement for older ones asks for a color-scheme in the same file.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: here('src/index.ts'),
        'contract/index': here('src/contract/index.ts'),
        'client/index': here('src/client/index.ts'),
        'engine/index': here('src/engine/index.ts'),
        'engine/hash/hashWorker': here('src/engine/hash/hashWorker.ts'),
        cli: here('src/cli.ts'),
        'server/index': here('src/server/index.ts'),
        'server/node': here('src/server/node.ts'),
        'testing/index': here('src/testing/index.ts'),
        'testing/msw': here('src/testing/msw.ts'),
        ...Object.fromEntries(locales.map((tag) => [`locales/${tag}`, here(`src/locales/${tag}.ts`)])),
        styles: here('src/styles/styles.css'),
      },
      formats: ['es'],
      cssFileName: 'styles',
    },
    rolldownOptions: {
      // Whatever is not a file of ours comes from the host's node_modules.
      external: (id) =>
        !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') && !id.startsWith(name),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
  test: {
    // What is waited for comes late where everything runs at once; nobody is kept where it comes at once.
    expect: { poll: { timeout: 10_000 } },
    coverage: {
      // One run at a time, into a folder by its name: scripts/report-coverage.js adds them up and keeps the floor.
      enabled: Boolean(process.env.S3A_COVERAGE),
      provider: 'v8',
      include: ['src/{diagnosis,contract,engine,server}/**/*.ts'],
      reporter: ['json'],
      reportsDirectory: here(`.cache/coverage/${process.env.S3A_COVERAGE}`),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // `npm test` runs the server's tests in both databases, and then in memory only what that store alone has.
          include:
            process.env.S3A_SERVER_TESTS === 'in-databases'
              ? [
                  'test/!(server)/**/*.test.{ts,tsx}',
                  ...ownStores,
                  'test/server/{moving,movingStops,secrets}.test.ts',
                ]
              : ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/journeys/**',
            'test/reach/**',
            'test/crash/**',
            'test/package/**',
            'test/examples/**',
            'test/bench/**',
            'test/book/pages.test.ts',
            '**/*.browser.test.*',
          ],
          // All cores are busy, and a test that computes takes seconds.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          environment: 'node',
          // Without a PostgreSQL there is nothing to be run here; in CI the unit tests miss it.
          include: existsSync('/usr/lib/postgresql') ? ['test/server/**/*.test.ts'] : [],
          exclude: ownStores,
          globalSetup: here('test/support/providePostgres.ts'),
          // As with PGlite: to load everything anew for each file took as long as the tests.
          isolate: false,
          // A new database takes a moment, and a busy machine several.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          environment: 'node',
          include: ['test/server/**/*.test.ts'],
          exclude: [...ownStores, 'test/server/secrets.test.ts'],
          globalSetup: here('test/support/providePglite.ts'),
          setupFiles: here('test/server/support/givePglitesBack.ts'),
          // A file of tests takes over what the one before has opened and loaded, which is most of the work.
          isolate: false,
          // It computes in the test's own process, and seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // MSW's service worker.
        publicDir: here('.storybook/public'),
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          ...inPage,
          browser: inChromium(),
        },
      },
      {
        extends: true,
        // From this root, and so for every package, `react` is the one of its own node_modules: React 18.2.
        root: here('test/react18'),
        // `npm ci` empties the place where Vite would keep what it has prepared.
        cacheDir: here('node_modules/.vite-react18'),
        resolve: { dedupe: ['react', 'react-dom'] },
        server: { fs: { allow: [here('.')] } },
        publicDir: here('.storybook/public'),
        test: {
          name: 'react18',
          dir: here('test'),
          include: ['**/*.browser.test.tsx', 'react18/*.react18.tsx'],
          // There is no React in these.
          exclude: ['engine/**', 'client/**'],
          ...inPage,
          browser: inChromium(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: here('.storybook') })],
        test: {
          name: 'storybook',
          ...inPage,
          browser: inChromium(),
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'reach',
          environment: 'node',
          include: ['test/reach/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          environment: 'node',
          include: ['test/crash/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'book',
          environment: 'node',
          include: ['test/book/pages.test.ts'],
          testTimeout: 240_000,
          // Building it.
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'examples',
          environment: 'node',
          include: ['test/examples/**/*.test.ts'],
          testTimeout: 120_000,
          // Installing and building one.
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
