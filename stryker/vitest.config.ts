import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const room = process.env.S3A_MUTATED ?? '';

/** The tests that hold a room's behaviour, as Stryker runs them: in Node, one worker after the other. */
const testsOf: Record<string, string[]> = {
  diagnosis: ['test/diagnosis/**/*.test.ts'],
  engine: ['test/engine/**/*.test.ts'],
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include: testsOf[room] ?? [],
    // Many values by chance: they find what nobody thought of, and here they would kill one day and not the next, slowly.
    // And the stories bring all of React to say that there is one for each code.
    exclude: ['test/diagnosis/{properties,stories}.test.ts', '**/*.browser.test.*'],
    // Stryker takes a new worker for each mutant anyway; the files of one share what they have loaded.
    isolate: false,
    testTimeout: 20_000,
  },
});
