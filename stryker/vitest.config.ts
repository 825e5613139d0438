import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const room = process.env.S3A_MUTATED ?? '';

/**
 * The tests that hold a room's behaviour. The first that fails ends a mutant, so those come first that take no time; what waits for
 * real timers (retries, reloads, stalls) or computes for seconds is left out: a mutant that nothing else catches counts as missed.
 */
const testsOf: Record<string, string[]> = {
  diagnosis: [
    'test/diagnosis/{fromPreflight,fromS3Error,fromTransfer,fromValues,s3Forms,s3Rules,withOtherAction}.test.ts',
    'test/diagnosis/{said,readValues,readCodes,readBrowser}.test.ts',
    'test/diagnosis/**/*.test.ts',
  ],
  engine: [
    'test/engine/{answers,board,patience,queue,rules,sessionKey,pageEdges,planning,registrar}.test.ts',
    'test/engine/{deliver,deliverAnswers,explaining,preparation,sender,senderParts,sendParts,sendPartsEnds,signer}.test.ts',
    'test/engine/{uploaderActs,uploaderChosen,uploaderEnds,uploaderRights,uploaderWays}.test.ts',
    'test/engine/{digests,defaults,intake,longList,list,corners,createUploader}.test.ts',
  ],
};

const include = testsOf[room] ?? [];

/** Runs test files in the order in which they are named above. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) =>
      include.findIndex((names) => names.includes(moduleId.replace(/^.*\/(\w+)\.test\.ts$/, '$1')));
    return files.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include,
    // Many values by chance: they find what nobody thought of, and here they would kill one day and not the next, slowly.
    // And the stories bring all of React to say that there is one for each code.
    exclude: ['test/diagnosis/{properties,stories}.test.ts', '**/*.browser.test.*'],
    // Stryker takes a new worker for each mutant anyway; the files of one share what they have loaded.
    isolate: false,
    sequence: { sequencer: InOrder },
    testTimeout: 20_000,
  },
});
