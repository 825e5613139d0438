import { type RouteName, routes } from '../../contract/index.ts';
import { requireStatus } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requestFor } from '../requestFor.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { routeRows } from '../routeRows.ts';
import { Shortfall } from '../Shortfall.ts';

const names = Object.keys(routes) as RouteName[];

/** Without them S3 has to be in use: in the database nothing goes in parts. */
const inParts: readonly RouteName[] = ['createMultipart', 'signParts', 'listParts'];

const refusesEachOfOthers: Check = {
  subject: 'completeUploads',
  sentence: 'refuses the files of another ticket one by one',
  people: ['writer', 'other'],
  when: 'database',
  run: async (world) => {
    const attachmentId = await world.sent();
    const answer = await world.call('other', 'completeUploads', { body: { attachmentIds: [attachmentId] } });
    const { uploads } = readAnswer('completeUploads', answer);
    if (uploads[0]?.result.status !== 'refused')
      throw new Shortfall('a result with status refused', JSON.stringify(uploads).slice(0, 300));
  },
};

/** Who may what, route by route. */
export const permissionChecks: readonly Check[] = names.flatMap((name): Check[] => {
  const { whose } = routeRows[name];
  const nobody: Check = {
    subject: name,
    sentence: 'answers 401 to nobody',
    people: [],
    run: async (world) =>
      requireRefusal(
        await world.call('nobody', name, requestFor(world, name)),
        ['signed_out'],
        'Who asks has to be known before anything else is looked at.',
      ),
  };
  if (whose === 'administrators')
    return [
      nobody,
      ...(['agent', 'other'] as const).map(
        (role): Check => ({
          subject: name,
          sentence: `answers 403 to ${role === 'agent' ? 'an agent' : 'a customer'}: it is for administrators`,
          people: [role],
          run: async (world) =>
            requireRefusal(await world.call(role, name, requestFor(world, name)), ['not_permitted']),
        }),
      ),
    ];
  if (whose === 'ticket')
    return [
      nobody,
      {
        subject: name,
        sentence: 'answers 403 or 404 to the customer of another ticket',
        people: ['other'],
        run: async (world) =>
          requireRefusal(await world.call('other', name, requestFor(world, name)), [
            'not_permitted',
            'not_found',
          ]),
      },
    ];
  if (whose === 'each') return [nobody, refusesEachOfOthers];
  return [
    nobody,
    {
      subject: name,
      sentence: 'answers 403 or 404 to the customer of another ticket',
      people: ['writer', 'other'],
      ...(name === 'readContent' ? { when: 'database' as const } : {}),
      ...(inParts.includes(name) ? { when: 's3' as const } : {}),
      run: async (world) => {
        // In a state in which somebody who may would be answered otherwise.
        const id =
          name === 'readContent'
            ? (await world.stored()).id
            : (await world.sign(inParts.includes(name) ? { as: 'parts' } : {})).attachmentId;
        requireRefusal(await world.call('other', name, requestFor(world, name, id)), [
          'not_permitted',
          'not_found',
        ]);
      },
    },
    {
      subject: name,
      sentence: 'answers 404 for what is not there',
      people: ['writer'],
      run: async (world) =>
        requireStatus(await world.call(world.writer, name, requestFor(world, name)), [404]),
    },
  ];
});
