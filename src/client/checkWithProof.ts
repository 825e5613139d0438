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
  const whole = withStep(report, step, now() - started);
  // Now uploads with the saved secret are known to work; whether that could be noted changes nothing in it.
  if (step.status === 'passed' && whole.outcome !== 'failed' && !input.secretAccessKey) {
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
    const { bucket, region, accessKeyId } = input;
    const cleared = passed('write') && passed('cors');
    return await proveInBrowser(proof, { bucket, region, accessKeyId, cleared }, edges);
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
