import * as z from 'zod/mini';
import { problemSchema, problemType, statusOf } from './problem.ts';
import { commonProblems, type Route, type RouteName, routes } from './routes.ts';

/** Makes the OpenAPI 3.1 document from the table of routes. */
export function createOpenApi(version: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '@triage-ai/s3-attachments',
      version,
      description:
        'What a backend serves so that the settings panel and the uploader work. Times are ISO 8601, sizes are bytes. Refusals are problem+json (RFC 9457) with a verdict.',
    },
    paths,
    components: { schemas: { Problem: schema(problemSchema, 'output') } },
  };
}

function schema(type: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}

function content(type: z.ZodMiniType | 'bytes', io: 'input' | 'output') {
  return type === 'bytes'
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: schema(type, io) } };
}

function operation(name: string, route: Route) {
  const refusals = new Map<number, string[]>();
  for (const code of [...commonProblems, ...route.problems]) {
    const status = statusOf(code);
    refusals.set(status, [...new Set([...(refusals.get(status) ?? []), code])]);
  }
  const success =
    route.response === null
      ? { 204: { description: 'Done.' } }
      : { 200: { description: 'The answer.', content: content(route.response, 'output') } };
  return {
    operationId: name,
    summary: route.summary,
    parameters: [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => ({
      name: param,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(route.body ? { requestBody: { required: true, content: content(route.body, 'input') } } : {}),
    responses: {
      ...success,
      ...(name === 'readContent' ? { 302: { description: 'The attachment lies in S3: its link.' } } : {}),
      ...Object.fromEntries(
        [...refusals]
          .sort(([a], [b]) => a - b)
          .map(([status, codes]) => [
            status,
            {
              description: `Refused: ${codes.join(', ')}.`,
              content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
      ),
    },
  };
}
