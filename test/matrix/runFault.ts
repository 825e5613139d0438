import { type BodyOf, checkReportSchema, problemSchema, routes } from '../../src/contract/index.ts';
import {
  type Diagnosis,
  element,
  fromS3Error,
  fromTransfer,
  isRefusal,
  type Verdict,
} from '../../src/diagnosis/index.ts';
import { fromSilence } from '../../src/server/s3/fromSilence.ts';
import { acmeAccount, createWorld, parts, saved, secret, type World } from '../server/support/createWorld.ts';
import { createWorld as createS3World } from '../testing/createWorld.ts';
import { createRounds, type Rounds } from './createRounds.ts';
import type { AnswerFault, CheckFault, CompletedFault, Fault, UploadFault } from './Fault.ts';
import type { MatrixRow } from './MatrixRow.ts';

/** What was said of a fault, with all that a judge needs. */
export interface Told extends MatrixRow {
  row: Fault;
  /** What S3 and STS answered: status, Code and message, without names, in no order. */
  heard: string[];
  /** What went out to the administrator and into the log. */
  out: string;
  /** Secrets that were typed. */
  secrets: string[];
}

interface Scene {
  world: World;
  rounds: Rounds;
  heard: string[];
}

/** Makes the fault in a world of its own and asks what is wrong. `quiet`: ms without a new request that end a round. */
export async function runFault(row: Fault, quiet = 25): Promise<Told> {
  switch (row.by) {
    case 'check':
      return runCheck(row, quiet);
    case 'upload':
      return runUpload(row, quiet);
    case 'completed':
      return runCompleted(row, quiet);
    case 'answer':
      return runAnswer(row);
    case 'transfer': {
      const said = fromTransfer(row.transfer);
      return { ...nothingAsked(row), said, out: JSON.stringify(said) };
    }
  }
}

const nothingAsked = (row: Fault) => ({
  row,
  fault: row.fault,
  expected: row.expected,
  rounds: 0,
  requests: 0,
  heard: [],
  secrets: [secret],
});

function sceneOf(row: CheckFault | UploadFault | CompletedFault, quiet: number, age?: () => number): Scene {
  const account = acmeAccount();
  const rounds = createRounds(quiet);
  const heard: string[] = [];
  const world: World = createWorld({
    account,
    allowPrivateEndpoints: true,
    ...(row.by === 'check' ? row.world : {}),
    ...(row.clockSkew === undefined ? {} : { clockSkew: row.clockSkew }),
    ...(age ? { now: () => new Date(Date.now() - age()) } : {}),
    between: (init, url) =>
      rounds.run(async () => {
        const request = new Request(url, init);
        const sent = (await row.onTheWay?.(request, world.s3)) ?? request;
        const response = sent instanceof Response ? sent : await world.s3(sent);
        heard.push(await heardIn(init.method, response));
        return response;
      }, init.signal),
  });
  row.break?.({ ...parts(account), account });
  return { world, rounds, heard };
}

async function runCheck(row: CheckFault, quiet: number): Promise<Told> {
  const scene = sceneOf(row, quiet);
  const body = { ...saved, secretAccessKey: secret, ...row.values };
  const response = await scene.world.send('administrator', 'checkConnection', { body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${row.fault}: the check was refused: ${text}`);
  const { findings, steps } = checkReportSchema.parse(JSON.parse(text));
  const notes = steps.flatMap((step) => (step.status === 'passed' && step.note ? [step.note] : []));
  const said = (row.note ? notes : findings)[0] ?? null;
  return told(row, scene, said, text, [row.values?.secretAccessKey?.trim() ?? secret]);
}

async function runUpload(row: UploadFault, quiet: number): Promise<Told> {
  let age = row.signedAgo;
  const scene = sceneOf(row, quiet, age === undefined ? undefined : () => age ?? 0);
  const { world } = scene;
  await world.configure(row.values);
  const { attachmentId, target } = await world.sign(row.file);
  age = age === undefined ? undefined : 0;
  const sent = { url: target.url, headers: target.headers, bytes: 'hello' };
  const { url, headers, bytes } = { ...sent, ...row.change?.(sent) };
  const seen = await world.put({ ...target, url, headers }, bytes);
  scene.heard.push(line('PUT', seen.status, seen.body));
  if (seen.status === 200 && !row.seen) throw new Error(`${row.fault}: S3 took the file.`);
  const body: BodyOf<'reportFailure'> = {
    ...seen,
    loaded: seen.status === 0 ? 0 : 5,
    total: 5,
    online: true,
    ...row.seen,
  };
  const response = await world.send('administrator', 'reportFailure', { params: { attachmentId }, body });
  const text = await response.text();
  const { verdict } = routes.reportFailure.response.parse(JSON.parse(text));
  return told(row, scene, diagnosisOf(verdict), text, [row.values?.secretAccessKey ?? secret]);
}

async function runCompleted(row: CompletedFault, quiet: number): Promise<Told> {
  const scene = sceneOf(row, quiet);
  const { world } = scene;
  await world.configure(row.values);
  const at = { ...parts(world.account), account: world.account };
  const { attachmentId, target } = await world.sign();
  const seen = await world.put(target, 'hello');
  if (seen.status !== 200) throw new Error(`${row.fault}: S3 did not take the file: ${seen.body}`);
  row.after?.(at);
  const response = await world.send('administrator', 'completeUpload', { params: { attachmentId } });
  const text = await response.text();
  const verdict = response.ok
    ? routes.completeUpload.response.parse(JSON.parse(text)).notice
    : problemSchema.parse(JSON.parse(text)).verdict;
  return told(row, scene, diagnosisOf(verdict), text, [secret]);
}

async function runAnswer(row: AnswerFault): Promise<Told> {
  const world = createS3World();
  const { url = world.url('a.png'), ...rest } = row.request ?? {};
  const { bucket, key } = world;
  const request = {
    operation: 'PUT',
    bucket: bucket.name,
    region: bucket.region,
    accessKeyId: key.accessKeyId,
    custom: false,
    ...rest,
  } as const;
  const answer = await row.ask(world).catch((error: unknown) => ({ error }));
  if ('error' in answer) {
    const edge = { fetch: () => Promise.reject(answer.error), now: () => new Date() };
    const said = fromSilence(edge, { ...request, endpoint: null }, url, answer.error);
    return { ...nothingAsked(row), said, rounds: 1, requests: 1, out: JSON.stringify(said) };
  }
  const { status, text } = answer;
  if (!isRefusal({ status, body: text })) throw new Error(`${row.fault}: S3 did it.`);
  const said = fromS3Error({ status, headers: headersOf(answer), body: text }, request);
  const heard = [line(request.operation, status, text)];
  const secrets = [key.secretAccessKey];
  return { ...nothingAsked(row), said, heard, rounds: 1, requests: 1, out: JSON.stringify(said), secrets };
}

function told(
  row: Fault,
  { world, rounds, heard }: Scene,
  said: Diagnosis | null,
  text: string,
  secrets: string[],
): Told {
  return {
    row,
    fault: row.fault,
    expected: row.expected,
    said,
    rounds: rounds.count,
    requests: rounds.requests,
    heard: heard.sort(),
    out: `${text}\n${JSON.stringify(world.lines)}`,
    secrets: [secret, ...secrets].filter((one) => one !== ''),
  };
}

function diagnosisOf(verdict: Verdict | null): Diagnosis | null {
  if (verdict?.detail === 'redacted') throw new Error(`Not told in full: ${verdict.code}`);
  return verdict && verdict.diagnosis;
}

function headersOf(answer: object): Record<string, string> {
  return 'headers' in answer && answer.headers instanceof Headers ? Object.fromEntries(answer.headers) : {};
}

async function heardIn(method: string, response: Response): Promise<string> {
  return line(method, response.status, response.status < 400 ? '' : await response.clone().text());
}

/** What S3 said, without the names that were asked about and without moments. */
function line(method: string, status: number, body: string): string {
  const message = (element(body, 'Message') ?? '').replaceAll(/arn:[^\s"]+|\d{8}T\d{6}Z/g, '…');
  return `${method} ${status} ${element(body, 'Code') ?? ''} ${message}`.trim();
}
