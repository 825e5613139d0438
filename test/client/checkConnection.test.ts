import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import type { CheckReport, CheckStep } from '../../src/contract/index.ts';
import { codeOf, DiagnosisError } from '../../src/diagnosis/index.ts';

const baseUrl = 'https://desk.test/api/s3-attachments';
const ndjson = { 'content-type': 'application/x-ndjson' };
const body = { bucket: 'acme', region: 'eu-central-1', accessKeyId: 'AKIATEST', secretAccessKey: 's' };
const step: CheckStep = { step: 'values', status: 'passed', ms: 1 };
const report: CheckReport = {
  checkedAt: '2026-01-01T00:00:00Z',
  ms: 5,
  outcome: 'passed',
  steps: [step],
  findings: [],
};
const line = (event: unknown) => `${JSON.stringify(event)}\n`;
const stepLine = line({ event: 'step', step });
const reportLine = line({ event: 'report', report });

/** The check over this answer: what it ends with, the steps that were told, the request. */
async function check(answer: (request: Request) => Response | Promise<Response>) {
  const steps: CheckStep[] = [];
  const requests: Request[] = [];
  const client = createClient({
    baseUrl,
    fetch: async (url, init) => {
      requests.push(new Request(url, init));
      return answer(requests[0] as Request);
    },
  });
  const end = await client.checkConnection({ body }, { onStep: (known) => steps.push(known) }).then(
    (found) => found,
    (error: unknown) => {
      if (!(error instanceof DiagnosisError)) throw error;
      return codeOf(error.verdict);
    },
  );
  return { end, steps, request: requests[0] as Request };
}

it('asks for a stream, tells each step and ends with the report', async () => {
  const { end, steps, request } = await check(
    () => new Response(`${stepLine}\n${stepLine}${reportLine}`, { headers: ndjson }),
  );
  expect(request.headers.get('accept')).toBe('application/x-ndjson');
  expect(await request.json()).toEqual(body);
  expect(steps).toEqual([step, step]);
  expect(end).toEqual(report);
});

it('asks for plain JSON where nobody listens to the steps', async () => {
  const accepted: (string | null)[] = [];
  const client = createClient({
    baseUrl,
    fetch: async (_, init) => {
      accepted.push(new Headers(init?.headers).get('accept'));
      return Response.json(report);
    },
  });
  expect(await client.checkConnection({ body })).toEqual(report);
  expect(accepted).toEqual(['application/json']);
});

it('takes plain JSON from who does not stream', async () => {
  const { end, steps } = await check(() => Response.json(report));
  expect(end).toEqual(report);
  expect(steps).toEqual([]);
});

it('passes over events that it does not know', async () => {
  const { end } = await check(
    () => new Response(line({ event: 'hint', text: 'x' }) + reportLine, { headers: ndjson }),
  );
  expect(end).toEqual(report);
});

const breaking = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(stepLine));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });

describe('rejects with', () => {
  const problem = line({
    event: 'problem',
    verdict: { detail: 'redacted', code: 'server_fault', reference: 'R1' },
  });
  it.each<[string, string, BodyInit]>([
    ['the problem that the stream ends with', 'server_fault', stepLine + problem],
    ['malformed_response when the stream ends without a report', 'malformed_response', stepLine],
    ['malformed_response for an empty stream', 'malformed_response', ''],
    ['malformed_response for a line that was cut', 'malformed_response', reportLine.slice(0, 40)],
    ['malformed_response for a page in the stream', 'malformed_response', '<html>502</html>\n'],
    ['malformed_response for a line without an event', 'malformed_response', '{}\n'],
    ['malformed_response for a step in no agreed form', 'malformed_response', line({ event: 'step' })],
    ['api_unreachable when the stream breaks', 'api_unreachable', breaking()],
  ])('%s', async (_, code, answer) => {
    expect((await check(() => new Response(answer, { headers: ndjson }))).end).toBe(code);
  });

  it('the refusal that came in place of a stream', async () => {
    const verdict = { detail: 'redacted', code: 'not_permitted', reference: null };
    const { end } = await check(() =>
      Response.json(
        { type: 'urn:x', title: 'x', status: 403, code: 'not_permitted', verdict },
        { status: 403, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    expect(end).toBe('not_permitted');
  });
});

it('can be cancelled in the middle of the stream, which then ends', async () => {
  let cancelled = false;
  const abort = new AbortController();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(stepLine)),
    pull: () => new Promise<void>(() => {}),
    cancel: () => void (cancelled = true),
  });
  const client = createClient({ baseUrl, fetch: async () => new Response(stream, { headers: ndjson }) });
  const call = client.checkConnection({ body }, { signal: abort.signal, onStep: () => abort.abort() });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(cancelled).toBe(true);
});
