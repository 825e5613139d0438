import { codeOf } from '../../diagnosis/index.ts';
import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { Shortfall } from '../Shortfall.ts';

const about = { subject: 'reportFailure', people: ['writer'] } as const;
const report = { status: 0, body: '', loaded: 0, total: 5, online: true };

/** What the browser tells of a transfer that failed. */
export const failureChecks: readonly Check[] = [
  {
    ...about,
    sentence: 'answers with a verdict on what the browser saw',
    when: 'database',
    run: async (world) => {
      const { attachmentId } = await world.sign();
      const body = { ...report, online: false };
      const answer = await world.call(world.writer, 'reportFailure', { params: { attachmentId }, body });
      const { verdict } = readAnswer('reportFailure', answer);
      if (codeOf(verdict) !== 'offline')
        throw new Shortfall('offline, for a browser that was', codeOf(verdict));
    },
  },
  ...(
    [
      ['a status beyond 599', { status: 600 }],
      ['an answer of more than 16 Ki characters', { status: 500, body: 'x'.repeat(16_385) }],
      ['bytes below zero', { loaded: -1 }],
    ] as const
  ).map(
    ([why, over]): Check => ({
      ...about,
      sentence: `answers 422 for ${why}`,
      run: async (world) => {
        const { attachmentId } = await world.sign();
        const input = { params: { attachmentId }, body: { ...report, ...over } };
        requireRefusal(await world.call(world.writer, 'reportFailure', input), ['invalid_input']);
      },
    }),
  ),
];
