import type { EveryoneMessages } from '../../diagnosis/index.ts';

const ref = (reference: string | null) =>
  reference ? ` Nennen Sie dabei diese Referenz: ${reference}.` : '';

/** The words for who cannot mend a cause, in German. */
export const everyone: EveryoneMessages = {
  administrator: (reference) => ({
    title: 'Der Dateispeicher braucht Ihren Administrator',
    cause:
      'Der Speicher für Anhänge hat dies abgelehnt. Es liegt nicht an Ihnen, und was Sie geschrieben haben, ist sicher.',
    remedy: [
      `Sagen Sie Ihrem Administrator Bescheid.${ref(reference)}`,
      'Versuchen Sie es erneut, wenn es behoben ist.',
    ],
  }),
  link: (reference) => ({
    title: 'Die Datei ist gespeichert, aber ihr Link lässt sich noch nicht öffnen',
    cause: 'Ihre Datei ist sicher; Sie müssen sie nicht noch einmal anhängen.',
    remedy: [`Sagen Sie Ihrem Administrator Bescheid.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'Der Dateispeicher ist gerade nicht bereit',
    cause: 'Er hat die Datei nicht angenommen. Was Sie geschrieben haben, ist sicher.',
    remedy: [
      `Versuchen Sie es in einigen Minuten erneut. Bleibt es dabei, sagen Sie Ihrem Administrator Bescheid.${ref(reference)}`,
    ],
  }),
  connection: () => ({
    title: 'Die Verbindung ist abgebrochen',
    cause: 'Die Datei ist nicht angekommen. Was Sie geschrieben haben, ist sicher.',
    remedy: ['Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.'],
  }),
  viewer: () => ({
    title: 'Das hat nicht geklappt',
    cause: 'Die Datei konnte nicht verarbeitet werden.',
    remedy: ['Versuchen Sie es erneut oder wählen Sie eine andere Datei.'],
  }),
};
