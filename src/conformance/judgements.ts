import {
  commonProblems,
  ndjsonType,
  problemSchema,
  problemType,
  type Route,
  type RouteName,
  routes,
  statusOf,
} from '../contract/index.ts';
import { verdictFor, verdictSchema } from '../diagnosis/index.ts';
import { type Answer, describeAnswer } from './Answer.ts';
import { isDone, readAnswer } from './readAnswer.ts';
import { Shortfall } from './Shortfall.ts';

/** A promise about everything that was answered, judged at the end. */
export interface Judgement {
  sentence: string;
  /** @throws Shortfall */
  judge: (answer: Answer, secrets: readonly string[]) => void;
}

const typeOf = ({ headers }: Answer) =>
  headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** Judged route by route. */
export const routeJudgements: readonly Judgement[] = [
  {
    sentence: 'every answer has the type and the schema of the contract',
    judge: (answer) => {
      if (!isDone(answer)) return;
      const { response }: Route = routes[answer.route];
      if (response === 'bytes') return;
      if (response === null) {
        if (answer.status !== 204 || answer.bytes.byteLength > 0)
          throw new Shortfall('204 without a body', describeAnswer(answer));
        return;
      }
      if (answer.streamed && typeOf(answer) === ndjsonType) return;
      if (typeOf(answer) !== 'application/json')
        throw new Shortfall('application/json', describeAnswer(answer));
      readAnswer(answer.route, answer);
    },
  },
  {
    sentence:
      'every refusal is problem+json, with a code that the route promises and the status of that code',
    judge: (answer) => {
      if (answer.status < 400) return;
      if (typeOf(answer) !== problemType) throw new Shortfall(problemType, describeAnswer(answer));
      const { success, data, error } = problemSchema.safeParse(answer.json);
      if (!success) {
        const [issue] = error.issues;
        const hint = `${issue?.path.join('.') || 'The whole'}: ${issue?.message}`;
        throw new Shortfall('a body that fits Problem of the contract', describeAnswer(answer), hint);
      }
      const { code, verdict } = data;
      const told = verdict.detail === 'full' ? verdict.diagnosis.code : verdict.code;
      const promised: readonly string[] = [...commonProblems, ...(routes[answer.route] as Route).problems];
      if (told !== code || data.type !== `urn:s3-attachments:${code}`)
        throw new Shortfall(`one code in type, code and verdict`, `${data.type}, ${code}, ${told}`);
      if (!promised.includes(code))
        throw new Shortfall('a code that the route promises', describeAnswer(answer));
      const status = statusOf(told);
      if (answer.status !== status || data.status !== status)
        throw new Shortfall(
          `status ${status} for ${code}, also in the body`,
          `${answer.status}, in the body ${data.status}`,
        );
      if (answer.status === 429 && !answer.headers.get('retry-after'))
        throw new Shortfall('Retry-After in seconds', 'no such header');
    },
  },
  {
    sentence: 'every answer is kept from caches (Cache-Control: no-store)',
    judge: (answer) => {
      const came = answer.headers.get('cache-control');
      if (!came?.toLowerCase().includes('no-store'))
        throw new Shortfall('Cache-Control: no-store', `${came ?? 'no such header'} on ${answer.status}`);
    },
  },
];

/** Stack traces of JavaScript, Python, Java, .NET, PHP, Ruby and Go, also inside of JSON. */
const traces =
  /(?:\n|\\n)\s*at .+[:(]\d+|Traceback \(most recent call last\)|\.(?:java|kt|scala):\d+\)|(?:\n|\\n)\s*at .+ in .+:line \d+|#\d+ \/.+\.php\(\d+\)|\.rb:\d+:in [`']|goroutine \d+ \[/;

/** Judged over all routes together. */
export const commonJudgements: readonly Judgement[] = [
  {
    sentence: 'no answer holds a secret that was sent or saved',
    judge: (answer, secrets) => {
      const all = `${answer.text}${[...answer.headers.values()].join('\n')}`;
      const leaked = secrets.some(
        (secret) => all.includes(secret) || all.includes(encodeURIComponent(secret)),
      );
      if (leaked)
        throw new Shortfall(
          'the secret is written, and never read',
          `it is in an answer with ${answer.status}`,
        );
    },
  },
  {
    sentence: 'no answer shows a stack trace',
    judge: (answer) => {
      if ((routes[answer.route] as Route).response === 'bytes' && isDone(answer)) return;
      if (traces.test(answer.text))
        throw new Shortfall('a code, and the trace in your log', describeAnswer(answer));
    },
  },
  {
    sentence: 'who cannot mend a cause is told its code and a reference, and no particulars',
    judge: (answer) => {
      if (answer.role === 'administrator') return;
      for (const value of verdictsIn(answer.json)) {
        const { data } = verdictSchema.safeParse(value);
        if (data?.detail !== 'full') continue;
        if (verdictFor('everyone', data.diagnosis, null).detail === 'redacted' || data.others)
          throw new Shortfall(
            'a verdict with detail redacted',
            `all facts of ${data.diagnosis.code} to ${answer.role}`,
            'Names of buckets, keys and policies are for administrators.',
          );
      }
    },
  },
];

/** The first answer that falls short; `null` where none does. */
export function judgeAll(
  { judge }: Judgement,
  answers: readonly Answer[],
  secrets: readonly string[],
): { answer: Answer; shortfall: Shortfall } | null {
  for (const answer of answers) {
    try {
      judge(answer, secrets);
    } catch (error) {
      if (!(error instanceof Shortfall)) throw error;
      return { answer, shortfall: error };
    }
  }
  return null;
}

/** How a route is written for people. */
export function titleOf(name: RouteName): string {
  const { method, path }: Route = routes[name];
  return `${method} ${path}`;
}

function* verdictsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if ('detail' in value) yield value;
  for (const member of Object.values(value)) yield* verdictsIn(member);
}
