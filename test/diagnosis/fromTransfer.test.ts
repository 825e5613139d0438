import { expect, it } from 'vitest';
import { type BrokenTransfer, fromTransfer, targetToText } from '../../src/diagnosis/index.ts';

const silent: BrokenTransfer = { online: true, loaded: 0, total: 10, origin: 'https://desk.example' };
const placesOf = (transfer: BrokenTransfer) =>
  fromTransfer(transfer).where.map((place) =>
    place.kind === 'elsewhere' ? place.place : targetToText(place),
  );

it('never claims CORS for certain from a transfer without an answer', () => {
  for (const apiAnswers of [undefined, true, false]) {
    for (const hostAnswered of [undefined, true, false]) {
      for (const cleared of [undefined, true, false]) {
        expect(fromTransfer({ ...silent, apiAnswers, hostAnswered, cleared })).toMatchObject({
          code: 'transfer_blocked',
          certainty: 'possible',
        });
      }
    }
  }
});

it('tells a broken connection from a blocked one by the bytes that had moved', () => {
  expect(fromTransfer({ ...silent, loaded: 5 })).toMatchObject({
    code: 'connection_lost',
    certainty: 'likely',
  });
});

it('knows that the device is offline', () => {
  expect(fromTransfer({ ...silent, online: false, loaded: 5 })).toMatchObject({
    code: 'offline',
    certainty: 'certain',
  });
});

it('knows for certain that the page’s own policy stopped it, when the browser said so', () => {
  expect(fromTransfer({ ...silent, cspBlocked: 's3.acme.example' })).toEqual({
    code: 'csp_blocked',
    host: 's3.acme.example',
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
  });
});

it.each<[string, Partial<BrokenTransfer>, string[]]>([
  ['nothing', {}, ['step:cors', 'network', 'app']],
  ['that our own API answers', { apiAnswers: true }, ['step:cors', 'app', 'network']],
  ['that our own API is silent too', { apiAnswers: false }, ['network', 'step:cors', 'app']],
  ['that S3 would have taken it', { cleared: true }, ['network', 'app']],
  ['that another file went through', { hostAnswered: true, apiAnswers: true }, ['network', 'try-again']],
])('ranks the candidates knowing %s', (_, known, places) => {
  expect(placesOf({ ...silent, ...known })).toEqual(places);
});
