import type { Diagnosis, DiagnosisCode } from '../../../src/diagnosis/index.ts';
import { DiagnosisError } from '../../../src/diagnosis/index.ts';
import { full } from '../../server/support/createWorld.ts';
import type { Rgw } from '../../support/rgw.ts';
import type { Expectation } from '../MatrixRow.ts';
import type { RgwWorld, RgwWorldOptions, Sent } from './createRgwWorld.ts';

/** A fault that RGW can be brought to, and what must be said of it. */
export interface RgwFault {
  /** In the words of `s3-faults.md`. */
  fault: string;
  expected: Expectation & {
    /** RGW answers other faults alike: nothing may be claimed for certain. */
    ambiguous: boolean;
    /** Facts that the diagnosis must hold. */
    facts?: Record<string, unknown>;
  };
  world?: (rgw: Rgw) => Omit<RgwWorldOptions, 'number'>;
  /** Makes the fault, and asks the backend. */
  ask: (world: RgwWorld) => Promise<Diagnosis | null>;
}

type Values = Parameters<RgwWorld['check']>[0];

/** How a fault is made. */
interface Plan {
  /** What is wrong in the account, after the guide was followed. */
  make?: (world: RgwWorld) => unknown;
  /** What is entered in place of the right values. */
  values?: Values | ((world: RgwWorld) => Values);
}

/** RGW's answers fit this one fault. */
export function surely(
  code: DiagnosisCode,
  where: readonly string[],
  facts?: Record<string, unknown>,
): RgwFault['expected'] {
  return { code, where, ambiguous: false, ...(facts ? { facts } : {}) };
}

/** RGW's answers fit other faults too: `where` names them all. */
export function oneOf(
  code: DiagnosisCode,
  where: readonly string[],
  facts?: Record<string, unknown>,
): RgwFault['expected'] {
  return { ...surely(code, where, facts), ambiguous: true };
}

/** Runs the connection check. */
export function check(plan: Plan): RgwFault['ask'] {
  return async (world) => {
    const values = await prepare(world, plan);
    const report = await world.check(values);
    return report.findings[0] ?? null;
  };
}

/** Sends a file as a browser does, and reports what the browser saw. */
export function upload({
  size = 5,
  before,
  tamper,
  ...plan
}: Plan & {
  /** Bytes. @default 5 */
  size?: number;
  /** Comes between signing and sending. */
  before?: (world: RgwWorld) => unknown;
  /** Changes what is sent after it was signed. */
  tamper?: (
    target: { url: string; headers: Record<string, string> },
    world: RgwWorld,
  ) => Sent | Promise<Sent>;
}): RgwFault['ask'] {
  return async (world) => {
    await save(world, plan);
    const { attachmentId, target } = await world.sign(size);
    await before?.(world);
    const seen = await world.send(target, 'x'.repeat(size), await tamper?.(target, world));
    if (seen.status === 200) throw new Error('RGW took the file.');
    world.rounds.reset();
    return world.report(attachmentId, seen, size);
  };
}

/** Sends a file, and registers it: what is said of it although RGW took it. */
export function complete(plan: Plan): RgwFault['ask'] {
  return async (world) => {
    await save(world, plan);
    const { attachmentId, target } = await world.sign();
    const seen = await world.send(target, 'x'.repeat(5));
    if (seen.status !== 200) throw new Error(`RGW did not take the file: ${seen.status} ${seen.body}`);
    world.rounds.reset();
    try {
      const { notice } = await world.client.completeUpload({ attachmentId, body: {} });
      return notice && full(notice);
    } catch (error) {
      if (error instanceof DiagnosisError) return full(error.verdict);
      throw error;
    }
  };
}

async function save(world: RgwWorld, plan: Plan): Promise<void> {
  const values = await prepare(world, plan);
  await world.save({ ...world.values, ...values });
}

async function prepare(world: RgwWorld, { make, values }: Plan): Promise<Values> {
  await world.setUp();
  await make?.(world);
  world.rounds.reset();
  return typeof values === 'function' ? values(world) : values;
}
