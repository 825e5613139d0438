import {
  type CheckReport,
  type CheckStep,
  type CheckStepName,
  type ConnectionInput,
  reportOn,
} from '../contract/index.ts';
import { codeOf, type Diagnosis, DiagnosisError, remedyBy } from '../diagnosis/index.ts';
import type { Client } from './createClient.ts';
import { type ProofEdges, proveInBrowser } from './proveInBrowser.ts';

/** How the whole check is run. */
export interface CheckWithProofOptions extends ProofEdges {
  /** Called with each step as soon as it is known. */
  onStep?: ((step: CheckStep) => void) | undefined;
}

/** Steps without which this browser's own try could only fail again. */
const needed: readonly CheckStepName[] = ['values', 'identity', 'bucket', 'write', 'cors', 'delete'];

/**
 * The whole check of these values: the backend's steps, then the proof in this browser.
 *
 * @throws a `DiagnosisError`, or the signal's reason
 */
export async function checkWithProof(
  client: Client,
  input: ConnectionInput,
  options: CheckWithProofOptions = {},
): Promise<CheckReport> {
  const { signal, onStep = () => {}, now = () => performance.now(), ...edges } = options;
  const call = signal ? { signal } : {};
  const report = await client.checkConnection({ body: input }, { ...call, onStep });
  const started = now();
  const step = skippedAfter(report) ?? (await prove(client, input, report, { ...edges, signal, now }, call));
  onStep(step);
  const { checkedAt, steps } = report;
  const ms = report.ms + Math.max(0, now() - started);
  const whole = reportOn([...steps.filter((other) => other.step !== 'browser'), step], { checkedAt, ms });
  // Now uploads with the saved secret are known to work; whether that could be noted changes nothing in it.
  const worked = step.status === 'passed' || step.status === 'warning';
  if (worked && whole.outcome !== 'failed' && !input.secretAccessKey) {
    await client.confirmProof({ body: input }, call).catch(() => undefined);
  }
  return whole;
}

function skippedAfter({ steps }: CheckReport): CheckStep | null {
  // What the backend could not even begin, the browser cannot either, and for the same reason.
  const write = steps.find(({ step }) => step === 'write');
  if (write?.status === 'skipped') return { ...write, step: 'browser' };
  const failed = steps.find(({ step, status }) => status === 'failed' && needed.includes(step));
  if (failed) return { step: 'browser', status: 'skipped', reason: 'explained', by: failed.step };
  // Where CORS lets the browser store but not read or delete, it would leave its object behind.
  const cors = steps.find(({ step }) => step === 'cors');
  const halfway = cors?.status === 'warning' && cors.diagnoses.some(refusesProof);
  return halfway ? { step: 'browser', status: 'skipped', reason: 'explained', by: 'cors' } : null;
}

async function prove(
  client: Client,
  input: ConnectionInput,
  { steps }: CheckReport,
  edges: ProofEdges,
  call: { signal?: AbortSignal },
): Promise<CheckStep> {
  const { now = () => performance.now() } = edges;
  const started = now();
  const passed = (name: CheckStepName) =>
    steps.some(({ step, status }) => step === name && (status === 'passed' || status === 'warning'));
  try {
    const proof = await client.signProof({ body: input }, call);
    const { bucket, region, accessKeyId, links } = input;
    const publicBaseUrl = links === 'private' ? '' : input.publicBaseUrl?.trim();
    const cleared = passed('write') && passed('cors');
    const facts = { bucket, region, accessKeyId, cleared, publicBaseUrl };
    return await proveInBrowser(proof, facts, edges);
  } catch (error) {
    if (!(error instanceof DiagnosisError)) throw error;
    const ms = now() - started;
    const { verdict } = error;
    const remedy = remedyBy[codeOf(verdict)];
    // An older backend that knows no proof keeps the rest of its report.
    if (codeOf(verdict) === 'signed_out' || codeOf(verdict) === 'not_permitted') throw error;
    if (verdict.detail === 'redacted' || remedy !== 'administrator') {
      return { step: 'browser', status: 'unknown', ms, reason: 'no_answer' };
    }
    return { step: 'browser', status: 'failed', ms, diagnoses: [verdict.diagnosis] };
  }
}

function refusesProof(diagnosis: Diagnosis): boolean {
  return diagnosis.code === 'cors_method_refused' && /\b(?:GET|DELETE)\b/.test(diagnosis.method);
}
