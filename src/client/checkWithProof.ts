import type { CheckReport, CheckStep, CheckStepName, ConnectionInput } from '../contract/index.ts';
import { codeOf, type Diagnosis, DiagnosisError, remedyBy } from '../diagnosis/index.ts';
import type { Client } from './createClient.ts';
import { type ProofEdges, proveInBrowser } from './proveInBrowser.ts';

/** How the whole check is run. */
export interface CheckWithProofOptions extends ProofEdges {
  /** Called with each step as soon as it is known. */
  onStep?: ((step: CheckStep) => void) | undefined;
}

/** Steps without which this browser's own try could only fail again. */
const needed: readonly CheckStepName[] = ['values', 'identity', 'bucket', 'write', 'cors'];

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
  const whole = withStep(report, step, now() - started);
  // Now uploads are known to work; whether that could be noted changes nothing in it.
  if (step.status === 'passed' && whole.outcome !== 'failed') {
    await client.confirmProof({ body: input }, call).catch(() => undefined);
  }
  return whole;
}

function skippedAfter({ steps }: CheckReport): CheckStep | null {
  // What the backend could not even begin, the browser cannot either, and for the same reason.
  const write = steps.find(({ step }) => step === 'write');
  if (write?.status === 'skipped') return { ...write, step: 'browser' };
  const failed = steps.find(({ step, status }) => status === 'failed' && needed.includes(step));
  return failed ? { step: 'browser', status: 'skipped', reason: 'explained', by: failed.step } : null;
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
    const { bucket, region, accessKeyId } = input;
    const cleared = passed('write') && passed('cors');
    return withCors(await proveInBrowser(proof, { bucket, region, accessKeyId, cleared }, edges), steps);
  } catch (error) {
    if (!(error instanceof DiagnosisError)) throw error;
    const ms = now() - started;
    const { verdict } = error;
    const remedy = remedyBy[codeOf(verdict)];
    if (remedy === 'viewer') throw error;
    if (verdict.detail === 'redacted' || remedy === 'time' || remedy === 'connection') {
      return { step: 'browser', status: 'unknown', ms, reason: 'no_answer' };
    }
    return { step: 'browser', status: 'failed', ms, diagnoses: [verdict.diagnosis] };
  }
}

/** What the server saw CORS refuse is why the browser could not do it: said once, and as the cause that it is. */
function withCors(step: CheckStep, steps: readonly CheckStep[]): CheckStep {
  const cors = steps.find((one) => one.step === 'cors');
  if (step.status !== 'failed' || cors?.status !== 'warning') return step;
  const refused = cors.diagnoses.flatMap((one) => (one.code === 'cors_method_refused' ? [one] : []));
  const explained = (one: Diagnosis) =>
    one.code === 'transfer_blocked' &&
    refused.some(({ method }) => one.method !== undefined && method.split(', ').includes(one.method));
  const rest = step.diagnoses.filter((one) => !explained(one));
  if (rest.length === step.diagnoses.length) return step;
  if (rest.length > 0) return { ...step, diagnoses: rest };
  return { step: 'browser', status: 'skipped', reason: 'explained', by: 'cors' };
}

const worstFirst = ['failed', 'unknown', 'warning', 'passed'] as const;

/** The report with one more step in it; what failed stands before what is only a warning. */
function withStep(report: CheckReport, step: CheckStep, ms: number): CheckReport {
  const found = step.status === 'failed' ? step.diagnoses : [];
  const told = new Set(report.findings.map(({ code }) => code));
  const added = found.filter(({ code }) => !told.has(code));
  const failures = codesOf(report.steps, 'failed');
  const isFailure = ({ code }: Diagnosis) => failures.has(code);
  return {
    ...report,
    ms: report.ms + Math.max(0, ms),
    outcome: worstFirst.find((outcome) => outcome === report.outcome || outcome === step.status) ?? 'passed',
    steps: [...report.steps.filter((other) => other.step !== 'browser'), step],
    findings: [
      ...report.findings.filter(isFailure),
      ...added,
      ...report.findings.filter((finding) => !isFailure(finding)),
    ],
  };
}

function codesOf(steps: readonly CheckStep[], status: 'failed' | 'warning'): ReadonlySet<string> {
  return new Set(
    steps
      .flatMap((step) => (step.status === status && 'diagnoses' in step ? step.diagnoses : []))
      .map((d) => d.code),
  );
}
