import { placesText, placeText } from './MatrixRow.ts';
import type { Told } from './runFault.ts';

/** What is wrong with what was said of a fault; empty when all is right. */
export function judgeFault({ row, said, rounds, out, secrets }: Told): string[] {
  if (!said) return ['nothing was said'];
  const { code, where } = row.expected;
  const places = said.where.map(placeText);
  const facts = Object.entries(row.facts ?? {}).filter(
    ([name, value]) =>
      JSON.stringify((said as unknown as Record<string, unknown>)[name]) !== JSON.stringify(value),
  );
  return [
    ...(said.code === code ? [] : [`says ${said.code}, not ${code}`]),
    ...(JSON.stringify(places) === JSON.stringify(where)
      ? []
      : [`points at ${placesText(places)}, not at ${placesText(where)}`]),
    ...facts.map(
      ([name, value]) =>
        `${name} is ${JSON.stringify((said as unknown as Record<string, unknown>)[name])}, not ${JSON.stringify(value)}`,
    ),
    ...(row.untold && said.certainty === 'certain' ? ['is certain of what S3 does not tell'] : []),
    ...(rounds > 4 ? [`asks ${rounds} rounds deep`] : []),
    ...(secrets.flatMap(formsOf).some((form) => out.includes(form)) ? ['tells the secret'] : []),
    ...(/(?<![\da-f])[\da-f]{64}(?![\da-f])/i.test(out) ? ['tells a signature'] : []),
  ];
}

function formsOf(secret: string): string[] {
  const utf8 = String.fromCharCode(...new TextEncoder().encode(secret));
  return [secret, encodeURIComponent(secret), btoa(utf8), JSON.stringify(secret).slice(1, -1)];
}
