import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createOpenApi, pathOf, routes } from '../../src/contract/index.ts';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
const document = createOpenApi(version) as {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters: { in: string; schema: object }[]; responses: object }>
  >;
};

it('is checked in as the table of routes makes it (npm run openapi writes it anew)', () => {
  expect(JSON.parse(readFileSync(new URL('openapi.json', root), 'utf8'))).toEqual(document);
});

it('describes every route once, with its refusals', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(routes).sort());
  for (const { responses } of operations)
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '422', '500']));
});

it('says what an id in a path may be', () => {
  const parameters = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .flatMap((operation) => operation.parameters)
    .filter((parameter) => parameter.in === 'path');
  expect(parameters.length).toBeGreaterThan(0);
  for (const { schema } of parameters)
    expect(schema).toEqual({ type: 'string', pattern: String.raw`^[\w-]{1,64}$` });
});

it('encodes what is put into a path', () => {
  expect(pathOf('deleteAttachment', { attachmentId: 'a/b?c' })).toBe('/attachments/a%2Fb%3Fc');
});
