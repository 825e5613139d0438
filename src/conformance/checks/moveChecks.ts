import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requestFor } from '../requestFor.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { LeftOut, Shortfall } from '../Shortfall.ts';

const people = ['administrator'] as const;

/** What can be seen of a move without moving anything of anybody’s. */
export const moveChecks: readonly Check[] = [
  {
    subject: 'readMove',
    sentence: 'counts what is stored, and offers no move to where nothing new goes',
    people,
    when: 'database',
    run: async (world) => {
      await world.stored();
      const { places, offer } = readAnswer('readMove', await world.call('administrator', 'readMove'));
      if (places.database.count < 1)
        throw new Shortfall('one or more in the database', JSON.stringify(places));
      if (offer && offer.to !== 'database')
        throw new Shortfall('an offer to the database, or none', JSON.stringify(offer));
    },
  },
  {
    subject: 'startMove',
    sentence: 'answers 409 move_conflict for where new attachments do not go',
    people,
    run: async (world) =>
      requireRefusal(await world.call('administrator', 'startMove', requestFor(world, 'startMove')), [
        'move_conflict',
      ]),
  },
  {
    subject: 'changeMoveStatus',
    sentence: 'may be called again, also while nothing moves',
    people,
    run: async (world) => {
      const { move } = readAnswer('readMove', await world.call('administrator', 'readMove'));
      if (move.status === 'running') throw new LeftOut('a move is under way there');
      for (let times = 0; times < 2; times++) {
        const answer = await world.call('administrator', 'changeMoveStatus', { body: { status: 'paused' } });
        const after = readAnswer('changeMoveStatus', answer);
        if (after.move.status !== move.status)
          throw new Shortfall(`move ${move.status} as before`, `move ${after.move.status}`);
      }
    },
  },
];
