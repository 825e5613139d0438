import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'in die Datenbank' : bucket === null ? 'nach S3' : `in den Bucket „${bucket}“`;

/** The words of the history in German. */
export const history: SettingsMessages['history'] = {
  title: 'Verlauf',
  loading: 'Verlauf wird geladen',
  empty: 'Seit der Verlauf geführt wird, wurde nichts geändert.',
  more: 'Das sind die neuesten Änderungen. Ältere bewahrt der Server auf.',
  server: 'Der Server',
  setUp: (by) => `${by} hat den S3-Speicher eingerichtet`,
  disabled: (by) => `${by} hat den S3-Speicher deaktiviert`,
  enabled: (by) => `${by} hat den S3-Speicher wieder aktiviert`,
  keysRemoved: (by) => `${by} hat den Access Key entfernt`,
  keyRotated: (by) => `${by} hat den Access Key ersetzt`,
  changed: (by) => `${by} hat die Einstellungen geändert`,
  unchanged: (by) => `${by} hat die Einstellungen unverändert gespeichert`,
  reencrypted: (by) => `${by} hat das gespeicherte Secret neu verschlüsselt`,
  moved: {
    started: (facts) => `${facts.by} hat begonnen, Anhänge ${place(facts)} zu verschieben`,
    paused: (facts) => `${facts.by} hat das Verschieben ${place(facts)} angehalten`,
    resumed: (facts) => `${facts.by} hat das Verschieben ${place(facts)} fortgesetzt`,
    stopped: (facts) => `${facts.by} hat das Verschieben ${place(facts)} abgebrochen`,
    finished: (facts) => `${facts.by} hat das Verschieben ${place(facts)} abgeschlossen`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${after}`,
    cleared: ({ label, before }) => `${label}: ${before} wurde entfernt`,
    replaced: ({ label, before, after }) => `${label}: aus ${before} wurde ${after}`,
    on: (label) => `${label}: eingeschaltet`,
    off: (label) => `${label}: ausgeschaltet`,
    secretEntered: 'Ein Secret access key wurde eingegeben',
    secretReplaced: 'Der Secret access key wurde ersetzt',
    secretErased: 'Der Secret access key wurde gelöscht',
  },
};
