import { type Route, type RouteName, routes } from '../../contract/index.ts';
import type { Check } from '../Check.ts';
import { requestFor } from '../requestFor.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { askerOf, roleOf } from '../roleOf.ts';

const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

/** What another site’s page can make a browser send is refused. */
export const originChecks: readonly Check[] = (Object.entries(routes) as [RouteName, Route][])
  .filter(([, { method }]) => method !== 'GET')
  .flatMap(([name]): Check[] => [
    {
      subject: name,
      sentence: 'answers 403 to a page of another site (Origin)',
      people: [askerOf(name)],
      run: async (world) => {
        for (const origin of ['https://evil.example', 'null']) {
          const input = { ...requestFor(world, name), headers: { origin } };
          requireRefusal(
            await world.call(roleOf(world, name), name, input),
            ['origin_not_allowed'],
            `It came with Origin: ${origin}. A cookie alone does not show that the page is yours.`,
          );
        }
      },
    },
    {
      subject: name,
      sentence: 'answers 422 to the content types that a form of any site can send',
      people: [askerOf(name)],
      run: async (world) => {
        for (const type of forms) {
          const input = { ...requestFor(world, name), headers: { 'content-type': type } };
          requireRefusal(
            await world.call(roleOf(world, name), name, input),
            ['invalid_input'],
            `It came as ${type}.`,
          );
        }
      },
    },
  ]);
