import { type Route, type RouteName, routes } from '../../contract/index.ts';
import { type Answer, describeAnswer } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { requestFor } from '../requestFor.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { askerOf, roleOf } from '../roleOf.ts';
import { routeRows } from '../routeRows.ts';
import { NoAnswer, Shortfall } from '../Shortfall.ts';
import { spoil } from '../spoil.ts';

/** More than any body of the contract has: a thousand files with the longest names are eight MiB. */
const huge = 9 * 1024 ** 2;

/** Ids that none can be. */
const wrongIds = ['a b', 'x'.repeat(65), "'", 'ü', '%00', '<script>'];

const shapes: readonly [name: string, raw: string][] = [
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['a number', '7'],
];
const noJson: readonly string[] = ['{', '{"version":1,}', 'version=1', '\u0000'];

/** What does not fit the contract is refused, and never a fault. */
export const bodyChecks: readonly Check[] = (Object.entries(routes) as [RouteName, Route][]).flatMap(
  ([name, route]): Check[] => {
    const about = { subject: name, people: [askerOf(name)] } as const;
    // Who looks the attachment up before the body may say that there is none.
    const codes =
      routeRows[name].whose === 'attachment'
        ? (['invalid_input', 'not_found'] as const)
        : (['invalid_input'] as const);
    const send = async (world: Parameters<Check['run']>[0], raw: string, hint: string, also?: Also) => {
      const answer = await world.call(roleOf(world, name), name, { ...requestFor(world, name), raw });
      if (also?.(answer)) return;
      requireRefusal(answer, codes, hint);
    };
    const ids: Check[] = /:/.test(route.path)
      ? [
          {
            ...about,
            sentence: 'answers 404 or 422 for ids that none can be',
            run: async (world) => {
              for (const param of [...route.path.matchAll(/:(\w+)/g)].map(([, param = '']) => param)) {
                for (const id of wrongIds) {
                  const input = requestFor(world, name);
                  const answer = await world.call(roleOf(world, name), name, {
                    ...input,
                    params: { ...input.params, [param]: id },
                  });
                  if (![404, 422].includes(answer.status))
                    throw new Shortfall(
                      '404 or 422',
                      describeAnswer(answer),
                      `${param} was ${JSON.stringify(id)}.`,
                    );
                }
              }
            },
          },
        ]
      : [];
    if (!(route.body instanceof Object)) return ids;
    return [
      ...ids,
      {
        ...about,
        sentence: 'refuses a body that is no JSON',
        run: async (world) => {
          for (const raw of noJson) await send(world, raw, `The body was ${JSON.stringify(raw)}.`);
        },
      },
      {
        ...about,
        sentence: 'refuses a body of another shape',
        run: async (world) => {
          for (const [what, raw] of shapes) await send(world, raw, `The body was ${what}.`);
        },
      },
      {
        ...about,
        sentence: 'refuses members of another type',
        run: async (world) => {
          for (const { path, body: spoilt } of spoil(routeRows[name].body?.(world)))
            await send(world, JSON.stringify(spoilt), `${path} was of another type than in the contract.`);
        },
      },
      {
        ...about,
        sentence: 'refuses a body larger than any of the contract',
        run: async (world) => {
          const raw = JSON.stringify(routeRows[name].body?.(world)).padEnd(huge);
          try {
            await send(world, raw, 'The body had 9 MiB, most of it spaces.', ({ status }) => status === 413);
          } catch (error) {
            // Who hangs up in the middle of it has refused it too, as long as the next one is answered.
            if (!(error instanceof NoAnswer)) throw error;
            await send(
              world,
              '[]',
              'It came after a body of 9 MiB, in the middle of which the connection was closed.',
            );
          }
        },
      },
    ];
  },
);

type Also = (answer: Answer) => boolean;
