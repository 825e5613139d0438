import * as z from 'zod/mini';
import { diagnosisSchema, verdictSchema, whereSchema } from '../diagnosis/index.ts';
import { changeSchema } from './changes.ts';
import { checkEventSchema, checkStepSchema } from './connection.ts';
import { attachmentSchema, fileSchema, targetSchema, ticketIdSchema } from './attachments.ts';
import { moveSchema } from './move.ts';
import { problemSchema, problemType, statusOf } from './problem.ts';
import { settingsInputSchema, settingsSchema } from './settings.ts';
import type { RouteName } from './paths.ts';
import { commonProblems, type Route, routes } from './routes.ts';

/** Makes the OpenAPI 3.1 document from the table of routes. */
export function createOpenApi(version: string): object {
  const registry = createRegistry();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route, registry) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '@triage-ai/s3-attachments',
      version,
      description:
        'What a backend serves so that the settings panel and the uploader work. Times are ISO 8601, sizes are bytes. Refusals are problem+json (RFC 9457) with a verdict. Whether a backend keeps all of it is found out by `npx @triage-ai/s3-attachments conformance URL`.',
    },
    paths,
    components: { schemas: createSchemas(registry) },
  };
}

/** Every schema that travels, by name, so that each is written once. */
function createRegistry() {
  const registry = z.registry<{ id: string }>();
  const add = (id: string, type: Route['body'] | Route['response']) => {
    if (type instanceof Object && !registry.has(type)) registry.add(type, { id });
  };
  for (const [id, type] of Object.entries(named)) add(id, type);
  for (const [name, { body, response }] of Object.entries<Route>(routes)) {
    const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    add(`${title}Body`, body);
    add(`${title}Answer`, response);
  }
  return registry;
}

const named = {
  Where: whereSchema,
  Diagnosis: diagnosisSchema,
  Verdict: verdictSchema,
  Problem: problemSchema,
  CheckStep: checkStepSchema,
  CheckEvent: checkEventSchema,
  Change: changeSchema,
  Settings: settingsSchema,
  SettingsInput: settingsInputSchema,
  Attachment: attachmentSchema,
  Move: moveSchema,
  File: fileSchema,
  UploadTarget: targetSchema,
};
const uri = (id: string) => `#/components/schemas/${id}`;

function createSchemas(registry: Registry) {
  // Input forms: who reads must let unknown members pass.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', unrepresentable: 'any', uri });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

type Registry = ReturnType<typeof createRegistry>;

function content(type: z.ZodMiniType | 'bytes', registry: Registry) {
  if (type === 'bytes') return { 'application/octet-stream': {} };
  return { 'application/json': { schema: { $ref: uri(registry.get(type)?.id ?? '') } } };
}

const contentAnswers = {
  206: { description: 'The attachment lies in the database: the one range of bytes that was asked for.' },
  302: { description: 'The attachment lies in S3: its link.' },
  304: { description: 'The attachment lies in the database, and is what If-None-Match names.' },
  416: { description: 'The attachment lies in the database and has no such bytes.' },
};

function operation(name: string, route: Route, registry: Registry) {
  // Ids of tickets and of attachments are alike.
  const { $schema: _, ...schema } = z.toJSONSchema(ticketIdSchema);
  const refusals = new Map<number, string[]>();
  for (const code of [...commonProblems, ...route.problems]) {
    const status = statusOf(code);
    refusals.set(status, [...new Set([...(refusals.get(status) ?? []), code])]);
  }
  const success =
    route.response === null
      ? { 204: { description: 'Done.' } }
      : {
          200: {
            description: 'The answer.',
            content: {
              ...content(route.response, registry),
              ...(route.stream ? { [route.stream]: { schema: { $ref: uri('CheckEvent') } } } : {}),
            },
          },
        };
  return {
    operationId: name,
    summary: route.summary,
    parameters: [
      ...[...route.path.matchAll(/:(\w+)/g)].map(([, param]) => ({
        name: param,
        in: 'path',
        required: true,
        schema,
      })),
      ...(route.keyed ? [idempotencyKey] : []),
    ],
    ...(route.body ? { requestBody: { required: true, content: content(route.body, registry) } } : {}),
    responses: {
      ...success,
      ...(name === 'readContent' ? contentAnswers : {}),
      ...Object.fromEntries(
        [...refusals]
          .sort(([a], [b]) => a - b)
          .map(([status, codes]) => [
            status,
            {
              description: `Refused: ${codes.join(', ')}.`,
              content: { [problemType]: { schema: { $ref: uri('Problem') } } },
            },
          ]),
      ),
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'For one request, however often it is sent: with the same body the same attachments are given again, signed anew; with another body, or when one of them was registered or withdrawn since, it is refused as invalid_input at `idempotency-key`. Each user has keys of their own; one lasts a day.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
};
