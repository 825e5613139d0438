// @ts-check
import { readdir, readFile, writeFile } from 'node:fs/promises';

// Lets each example depend on the tarball that `npm run build` makes of this version.
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
for (const name of await readdir('examples')) {
  const file = `examples/${name}/package.json`;
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(/triage-ai-s3-attachments-[^"]+\.tgz/, `triage-ai-s3-attachments-${version}.tgz`),
  );
}
