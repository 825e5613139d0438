import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One row of the architecture's table: lines that may stand in a file of this room, and lines that may not. */
const table: Record<string, { file: string; allowed: string[]; refused: string[] }> = {
  guide: {
    file: 'src/guide/steps.ts',
    allowed: [
      "import { a } from './documents.ts';",
      "import { z } from 'zod';",
      "import { z } from 'zod/mini';",
    ],
    refused: [
      "import { a } from '../diagnosis/index.ts';",
      "import type { a } from '../contract/index.ts';",
      "import { useState } from 'react';",
      "import { readFile } from 'node:fs/promises';",
      "import { readFile } from 'fs';",
    ],
  },
  diagnosis: {
    file: 'src/diagnosis/where.ts',
    allowed: ["import { a } from '../guide/index.ts';", "import { z } from 'zod/mini';"],
    refused: [
      "import { a } from '../contract/index.ts';",
      "import type { a } from '../server/index.ts';",
      "import { useState } from 'react';",
      "import { readFile } from 'node:fs/promises';",
    ],
  },
  contract: {
    file: 'src/contract/routes.ts',
    allowed: [
      "import { a } from '../diagnosis/index.ts';",
      "import { a } from '../guide/index.ts';",
      "import { z } from 'zod';",
    ],
    refused: [
      "import { a } from '../client/index.ts';",
      "import { a } from '../server/index.ts';",
      "import { Hono } from 'hono';",
      "import { readFile } from 'node:fs/promises';",
    ],
  },
  client: {
    file: 'src/client/createClient.ts',
    allowed: ["import { a } from '../contract/index.ts';", "import { a } from '../diagnosis/index.ts';"],
    refused: [
      "import { a } from '../engine/index.ts';",
      "import { a } from '../server/index.ts';",
      "import { useState } from 'react';",
      "import { AwsClient } from 'aws4fetch';",
    ],
  },
  engine: {
    file: 'src/engine/createUploader.ts',
    allowed: ["import { a } from '../client/index.ts';", "import { a } from '../contract/index.ts';"],
    refused: [
      "import { a } from '../hooks/index.ts';",
      "import type { a } from '../server/index.ts';",
      "import { useState } from 'react';",
      "import type { FC } from 'react';",
    ],
  },
  hooks: {
    file: 'src/hooks/useUploader.ts',
    allowed: [
      "import { a } from '../engine/index.ts';",
      "import { a } from '../client/index.ts';",
      "import { useState } from 'react';",
      "import { useQuery } from '@tanstack/react-query';",
    ],
    refused: [
      "import { a } from '../components/index.ts';",
      "import { a } from '../server/index.ts';",
      "import { useForm } from 'react-hook-form';",
    ],
  },
  components: {
    file: 'src/components/S3SettingsPanel.tsx',
    allowed: [
      "import { a } from '../hooks/index.ts';",
      "import { a } from '../guide/index.ts';",
      "import { a } from '../diagnosis/index.ts';",
      "import { a } from '../contract/index.ts';",
      "import type { a } from '../client/index.ts';",
      "import { type a } from '../client/index.ts';",
      "import { useForm } from 'react-hook-form';",
    ],
    refused: [
      "import { a } from '../client/index.ts';",
      "export { a } from '../client/index.ts';",
      "import { a } from '../engine/index.ts';",
      "import { a } from '../server/index.ts';",
      "import { useQuery } from '@tanstack/react-query';",
      "import '../styles/styles.css';",
    ],
  },
  'a folder inside components': {
    file: 'src/components/uploader/UploadRow.tsx',
    allowed: ["import { a } from '../primitives/Button.tsx';", "import { a } from '../../hooks/index.ts';"],
    refused: [
      "import { a } from '../../client/index.ts';",
      "import { a } from '../../hooks/useUploader.ts';",
      "import { a } from '../index.ts';",
    ],
  },
  server: {
    file: 'src/server/createHandler.ts',
    allowed: [
      "import { a } from '../contract/index.ts';",
      "import { a } from '../guide/index.ts';",
      "import { a } from './store/createMemoryStore.ts';",
      "import { Hono } from 'hono';",
      "import { AwsClient } from 'aws4fetch';",
    ],
    refused: [
      "import { a } from '../client/index.ts';",
      "import { a } from '../engine/index.ts';",
      "import { a } from '../hooks/index.ts';",
      "import { a } from '../components/index.ts';",
      "import { a } from '../testing/index.ts';",
      "import { useState } from 'react';",
      "import { createCipheriv } from 'node:crypto';",
      "import { createCipheriv } from 'crypto';",
    ],
  },
  'the store of the server': {
    file: 'src/server/store/createPgliteStore.ts',
    allowed: ["import { mkdir } from 'node:fs/promises';", "import { a } from '../../contract/index.ts';"],
    refused: ["import { a } from '../../client/index.ts';", "import { useState } from 'react';"],
  },
  'what the server has of Node': {
    file: 'src/server/node/createS3Fetch.ts',
    allowed: [
      "import { isIP } from 'node:net';",
      "import { Agent } from 'undici';",
      "import { a } from '../s3/S3Edge.ts';",
    ],
    refused: [
      "import { a } from '../../client/index.ts';",
      "import { a } from '../../contract/routes.ts';",
      "import { useState } from 'react';",
    ],
  },
  'the server on Node': {
    file: 'src/server/node.ts',
    allowed: ["import { mkdir } from 'node:fs/promises';", "import { a } from './createHandler.ts';"],
    refused: ["import { a } from '../testing/index.ts';", "import { useState } from 'react';"],
  },
  testing: {
    file: 'src/testing/createFakeS3.ts',
    allowed: [
      "import { a } from '../server/index.ts';",
      "import { a } from '../client/index.ts';",
      "import { a } from '../contract/index.ts';",
      "import { http } from 'msw';",
    ],
    refused: [
      "import { a } from '../components/index.ts';",
      "import { a } from '../hooks/index.ts';",
      "import { useState } from 'react';",
      "import { createServer } from 'node:http';",
    ],
  },
  conformance: {
    file: 'src/conformance/runConformance.ts',
    allowed: [
      "import { a } from '../client/index.ts';",
      "import { a } from '../contract/index.ts';",
      "import { z } from 'zod/mini';",
    ],
    refused: [
      "import { a } from '../server/index.ts';",
      "import { a } from '../testing/index.ts';",
      "import { useState } from 'react';",
      "import { Hono } from 'hono';",
      "import { readFile } from 'node:fs/promises';",
    ],
  },
  locales: {
    file: 'src/locales/de.ts',
    allowed: [
      "import type { a } from '../components/index.ts';",
      "import { a } from '../diagnosis/index.ts';",
    ],
    refused: [
      "import { a } from '../hooks/index.ts';",
      "import { a } from '../components/list/listMessages.ts';",
      "import { useState } from 'react';",
      "import { z } from 'zod/mini';",
    ],
  },
  'the door': {
    file: 'src/index.ts',
    allowed: ["export { a } from './components/index.ts';", "export { a } from './client/index.ts';"],
    refused: [
      "export { a } from './server/index.ts';",
      "export { a } from './testing/index.ts';",
      "export { a } from './conformance/index.ts';",
      "export { a } from './components/S3SettingsPanel.tsx';",
      "import 'react';",
    ],
  },
  demo: {
    file: 'demo/app/Settings.tsx',
    allowed: [
      "import { a } from '@triage-ai/s3-attachments';",
      "import { a } from '@triage-ai/s3-attachments/server';",
      "import { a } from '../server/start.ts';",
    ],
    refused: [
      "import { a } from '../../src/index.ts';",
      "import { a } from '../../src/components/index.ts';",
      "import { a } from '@triage-ai/s3-attachments/src/index.ts';",
    ],
  },
};

const everyRoom = [
  'guide',
  'diagnosis',
  'contract',
  'client',
  'engine',
  'hooks',
  'components',
  'server',
  'testing',
  'conformance',
];
for (const room of everyRoom) {
  table[room]?.refused.push(
    `import { a } from '../${room}/other.ts';`,
    "import { a } from './index.ts';",
    "import { a } from '../../demo/start.ts';",
    "import { a } from './other';",
  );
  const left = /'(\.\.\/\w+)\/index\.ts'/.exec(table[room]?.allowed.join() ?? '')?.[1];
  if (left) {
    table[room]?.refused.push(
      `import { a } from '${left}/other.ts';`,
      `import { a } from '${left}/i/index.ts';`,
    );
  }
}

/** What the linter refuses besides imports: a file and the rule that it breaks. */
const others: [habit: string, file: string, text: string, rule: string][] = [
  [
    'a page in the engine',
    'src/engine/page.ts',
    'export const title = document.title;',
    'no-restricted-globals',
  ],
  [
    'a request from the guide',
    'src/guide/ask.ts',
    "export const ask = () => fetch('/');",
    'no-restricted-globals',
  ],
  [
    'a circle',
    'src/client/one.ts',
    "import { two } from './two.ts';\nexport const one = () => two;",
    'no-cycle',
  ],
  [
    'its other half',
    'src/client/two.ts',
    "import { one } from './one.ts';\nexport const two = () => one;",
    'no-cycle',
  ],
  ['any', 'src/client/any.ts', 'export const parse = (text: any) => text;', 'no-explicit-any'],
  ['a name that nobody uses', 'src/client/unused.ts', 'const unused = 1;\nexport {};', 'no-unused-vars'],
  ['an export without a name', 'src/client/default.ts', 'export default 1;', 'no-default-export'],
  [
    'a hook behind a condition',
    'src/hooks/useMaybe.ts',
    "import { useState } from 'react';\nexport function useMaybe(on: boolean) {\n  return on ? useState(0) : null;\n}",
    'rules-of-hooks',
  ],
  [
    'an effect that goes stale',
    'src/hooks/useStale.ts',
    "import { useEffect } from 'react';\nexport function useStale(on: () => void) {\n  useEffect(() => on(), []);\n}",
    'exhaustive-deps',
  ],
];

/** The rules that each file breaks. */
const broken = new Map<string, string[]>();

/** The lines of a file that oxlint refuses, by the project's own configuration. */
const refusals = new Map<string, Set<string>>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 's3a-imports-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const { file, allowed, refused } of Object.values(table)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    // A name of its own for each import: one that is declared twice is no module.
    const text = [...allowed, ...refused]
      .map((line, index) => line.replace(/ \}/, ` as name${index} }`))
      .join('\n');
    writeFileSync(join(folder, file), text);
    refusals.set(file, new Set());
  }
  for (const [, file, text] of others) {
    writeFileSync(join(folder, file), text);
    broken.set(file, []);
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
  };
  for (const { code, filename, labels } of diagnostics) {
    broken.get(filename)?.push(code);
    if (!/no-restricted-imports|extensions/.test(code)) continue;
    const row = Object.values(table).find(({ file }) => file === filename);
    const line = row && [...row.allowed, ...row.refused][(labels[0]?.span.line ?? 0) - 1];
    if (line) refusals.get(filename)?.add(line);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(table))('%s', (_, { file, allowed, refused }) => {
  it.each(allowed)('may say %s', (line) => {
    expect(refusals.get(file)).not.toContain(line);
  });

  it.each(refused)('may not say %s', (line) => {
    expect(refusals.get(file)).toContain(line);
  });
});

it.each(others)('refuses %s', (_, file, _text, rule) => {
  expect(broken.get(file)?.join()).toContain(`(${rule})`);
});

/** What the linter does not look at: `import('…')`, as a value and as a type. */
it('reaches another room by no dynamic import', () => {
  const rooms = everyRoom.join('|');
  const across = new RegExp(`\\bimport\\(\\s*['"](?:\\.\\./)+(?:${rooms})/`);
  expect(
    sources()
      .filter(([, text]) => across.test(text))
      .map(([file]) => file),
  ).toEqual([]);
});

it('hands out by a written list what leaves by the main door', () => {
  const door = sources().find(([file]) => file === 'index.ts');
  expect(door?.[1]).not.toMatch(/^export \*/m);
});

function sources(): [file: string, text: string][] {
  const src = join(root, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(src, file), 'utf8')]);
}
