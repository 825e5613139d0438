import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in German. */
export const api = {
  settings_changed: () => ({
    title: 'Jemand anderes hat die Einstellungen inzwischen geändert',
    cause:
      'Ihre Eingaben gehen von Einstellungen aus, die nicht mehr die gespeicherten sind. Deshalb wurde nichts gespeichert.',
    remedy: ['Vergleichen Sie Ihre Eingaben mit dem, was jetzt gespeichert ist, und speichern Sie erneut.'],
  }),
  move_conflict: (d) => ({
    title: 'Anhänge lassen sich jetzt nicht in diese Richtung verschieben',
    cause: {
      s3_not_in_use:
        'S3 ist nicht in Gebrauch: neue Anhänge gehen in die Datenbank, und die in der Datenbank bleiben dort.',
      s3_in_use: 'S3 ist in Gebrauch: neue Anhänge gehen in den Bucket, und die im Bucket bleiben dort.',
      running: 'Sie werden gerade in die andere Richtung verschoben.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'Aktivieren Sie den S3-Speicher und verschieben Sie sie dann.',
        s3_in_use: 'Deaktivieren Sie den S3-Speicher und verschieben Sie sie dann.',
        running: 'Halten Sie zuerst jenes Verschieben an.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'Dieses Ordner-Präfix lässt sich nicht verwenden',
          cause:
            'Es besteht aus Ordnern: Buchstaben, Ziffern und Bindestriche, hinter jedem Ordner ein Schrägstrich und keiner davor.',
          remedy: ['Schreiben Sie es wie help-desk/ oder desk/attachments/, oder lassen Sie es leer.'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'Diese öffentliche Basis-URL lässt sich nicht verwenden',
            cause:
              'Sie ist eine ganze Adresse, mit https:// davor, ohne Query und ohne Benutzer; und sie passt nur zu öffentlichen Links.',
            remedy: [
              'Schreiben Sie sie wie https://files.example.com oder https://cdn.example.com/desk, oder lassen Sie sie leer: dann führen Links zu S3 selbst.',
            ],
          }
        : {
            title: 'Nicht alles, was gesendet wurde, ist gültig',
            cause: `Der Server hat abgelehnt, was als ${[...new Set(d.issues.map(({ path }) => `„${path}“`))].join(', ') || 'diese Anfrage'} gesendet wurde.`,
            remedy: ['Korrigieren Sie es und versuchen Sie es erneut.'],
          },
  server_closing: () => ({
    title: 'Der Server wird neu gestartet',
    cause: 'Er beendet, was er begonnen hat, und nimmt nichts Neues an.',
    remedy: ['Versuchen Sie es in einigen Sekunden erneut.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'Der Server nimmt von dieser Website keine Anfragen an',
    cause: `${d.origin ?? 'Der Origin dieser Seite'} steht nicht auf der Liste der Origins, die der Server erlaubt.`,
    remedy: ['Wer den Server betreibt, kann ihn zu den erlaubten Origins hinzufügen.'],
  }),
} satisfies Partial<DiagnosisMessages>;
