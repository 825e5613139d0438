import {
  type CheckReport,
  type CheckStep,
  checkEventSchema,
  checkStepNames,
  ndjsonType,
  reportOn,
  type RouteName,
} from '../../contract/index.ts';
import { type Answer, describeAnswer, requireStatus } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { madeUpValues, routeRows } from '../routeRows.ts';
import { sendToS3 } from '../sendToS3.ts';
import { Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';

const people = ['administrator'] as const;
const check = { subject: 'checkConnection', people } as const;

/** The check of values, the region, and the proof of the browser. */
export const connectionChecks: readonly Check[] = [
  {
    ...check,
    sentence: 'tells as a step, and not as a refusal, what is wrong with values',
    run: async (world) => {
      const { outcome, findings } = await askCheck(world, nowhere(world));
      if (outcome !== 'failed' || !findings.some(({ code }) => code === 'bucket_name_invalid'))
        throw new Shortfall(
          'outcome failed with bucket_name_invalid among its findings',
          `${outcome} with ${findings.map(({ code }) => code).join(', ') || 'none'}`,
        );
    },
  },
  {
    ...check,
    sentence: 'answers JSON with each step once, in their order, and none for the browser',
    run: async (world) => requireOrder((await askCheck(world, nowhere(world))).steps),
  },
  {
    ...check,
    sentence: 'sums up as the worst of its steps',
    run: async (world) => {
      const report = await askCheck(world, nowhere(world));
      const { outcome } = reportOn(report.steps, report);
      if (report.outcome !== outcome) throw new Shortfall(`outcome ${outcome}`, `outcome ${report.outcome}`);
    },
  },
  {
    ...check,
    sentence: `tells the same step by step to who accepts ${ndjsonType}, and ends with the report`,
    run: async (world) => {
      const whole = await askCheck(world, nowhere(world));
      const answer = await world.call('administrator', 'checkConnection', {
        body: nowhere(world),
        headers: { accept: ndjsonType },
      });
      requireSame(whole, readStream(answer));
    },
  },
  {
    ...check,
    sentence: 'puts and deletes its test object with values that are right',
    when: 's3',
    sends: true,
    run: async (world) => {
      const { steps } = await askCheck(world, await rightValues(world));
      for (const name of ['values', 'bucket', 'write', 'delete']) {
        const step = steps.find((one) => one.step === name);
        if (step?.status !== 'passed' && step?.status !== 'warning')
          throw new Shortfall(`${name} passed`, JSON.stringify(step).slice(0, 300));
      }
    },
  },
  {
    subject: 'detectRegion',
    sentence: 'says that it is not found, and why, for a name that no bucket can have',
    people,
    run: async (world) => {
      const found = readAnswer(
        'detectRegion',
        await ask(world, 'detectRegion', routeRows.detectRegion.body?.(world)),
      );
      if (found.status !== 'not_found') throw new Shortfall('status not_found', `region ${found.region}`);
    },
  },
  {
    subject: 'detectRegion',
    sentence: 'names the region in which the bucket is',
    people,
    when: 's3',
    sends: true,
    run: async (world) => {
      const { bucket, endpoint, forcePathStyle, region } = await rightValues(world);
      const body = { bucket, endpoint, forcePathStyle };
      const found = readAnswer('detectRegion', await ask(world, 'detectRegion', body));
      // Stores other than Amazon’s need not name any.
      if (found.status === 'found' ? found.region !== region : found.diagnosis.code !== 's3_refused')
        throw new Shortfall(`region ${region}`, JSON.stringify(found).slice(0, 300));
    },
  },
  {
    subject: 'signProof',
    sentence: 'signs nothing for values that cannot be right',
    people,
    run: async (world) =>
      requireRefusal(await ask(world, 'signProof', nowhere(world)), ['bucket_name_invalid', 'region_wrong']),
  },
  {
    subject: 'signProof',
    sentence: 'signs a test object to be put and deleted',
    people,
    run: async (world) => {
      const values = { ...madeUpValues, ...world.options.s3Values };
      const { put, delete: del } = readAnswer('signProof', await ask(world, 'signProof', values));
      for (const { url } of [put, del])
        if (!/[?&]X-Amz-Signature=/i.test(url))
          throw new Shortfall('presigned URLs', url.replace(/\?.*/, '?…'));
    },
  },
  {
    subject: 'signProof',
    sentence: 'signs what S3 then takes: put, read, deleted',
    people,
    when: 's3',
    sends: true,
    run: async (world) => {
      const proof = readAnswer('signProof', await ask(world, 'signProof', await rightValues(world)));
      const bytes = new TextEncoder().encode(proof.content);
      await sendToS3(world.fetch, { to: 's3', ...proof.put }, bytes);
      const read = await (await world.fetch(proof.get.url)).text();
      const gone = await world.fetch(proof.delete.url, { method: 'DELETE' });
      if (read !== proof.content || !gone.ok)
        throw new Shortfall(
          'what was put is read, and deleted',
          `${read.slice(0, 100)}; DELETE ${gone.status}`,
        );
    },
  },
  {
    subject: 'confirmProof',
    sentence: 'answers 204 to the word of a browser',
    people,
    run: async (world) => requireStatus(await ask(world, 'confirmProof', nowhere(world)), [204]),
  },
];

const nowhere = (world: World) => routeRows.checkConnection.body?.(world);

function ask(world: World, name: RouteName, body: unknown): Promise<Answer> {
  return world.call('administrator', name, { body });
}

async function askCheck(world: World, body: unknown): Promise<CheckReport> {
  return readAnswer('checkConnection', await ask(world, 'checkConnection', body));
}

/** The saved ones: with the secret where we have it, else the saved secret stands in. */
async function rightValues(world: World) {
  const settings = await world.settings();
  if (settings.status !== 'configured') throw new Shortfall('S3 in use', `status ${settings.status}`);
  const { bucket, region, endpoint, forcePathStyle, keyPrefix, links, publicBaseUrl } = settings;
  const accessKeyId = 'accessKeyId' in settings ? settings.accessKeyId : '';
  return {
    bucket,
    region,
    endpoint,
    forcePathStyle,
    keyPrefix,
    links,
    publicBaseUrl,
    accessKeyId,
    ...world.options.s3Values,
  };
}

function requireOrder(steps: readonly CheckStep[]): void {
  const came = steps.map(({ step }) => step);
  const order = checkStepNames.filter((name) => name !== 'browser' && came.includes(name));
  if (came.join() !== order.join() || came.length === 0)
    throw new Shortfall(order.join(', ') || 'steps', came.join(', ') || 'none');
}

function readStream(answer: Answer): CheckReport {
  requireStatus(answer, [200]);
  const lines = answer.text.split('\n').filter((line) => line.trim() !== '');
  const events = lines.map((line) => {
    const { success, data } = checkEventSchema.safeParse(parse(line));
    if (!success) throw new Shortfall('lines of JSON that fit CheckEvent', line.slice(0, 300));
    return data;
  });
  const last = events.at(-1);
  if (last?.event !== 'report') throw new Shortfall('a report as the last line', describeAnswer(answer));
  const told = events.flatMap((event) => (event.event === 'step' ? event.step.step : []));
  const missing = last.report.steps.filter(({ step }) => told.filter((one) => one === step).length !== 1);
  if (missing.length > 0)
    throw new Shortfall(
      'a line for each step of the report',
      `${missing.map(({ step }) => step).join(', ')} missing`,
    );
  return last.report;
}

function requireSame(whole: CheckReport, streamed: CheckReport): void {
  const inShort = ({ outcome, steps }: CheckReport) =>
    `${outcome}: ${steps.map(({ step, status }) => `${step} ${status}`).join(', ')}`;
  if (inShort(whole) !== inShort(streamed)) throw new Shortfall(inShort(whole), inShort(streamed));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
