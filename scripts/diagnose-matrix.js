// Makes every fault of the matrix in the fake S3 and prints what the diagnosis says of it; exit code 1 when one is wrong.
import { runnerImport } from 'vite';

const root = new URL('../', import.meta.url);
const { module } = await runnerImport(new URL('test/matrix/printMatrix.ts', root).pathname, {
  configFile: false,
  logLevel: 'error',
});
const { text, wrong } = await module.printMatrix();
console.log(text);
// Not by exit(): a pipe would get half of the table.
process.exitCode = wrong === 0 ? 0 : 1;
