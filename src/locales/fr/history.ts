import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'la base de données' : bucket === null ? 'S3' : `le bucket « ${bucket} »`;

/** The words of the history in French. */
export const history: SettingsMessages['history'] = {
  title: 'Historique',
  loading: 'Chargement de l’historique',
  empty: 'Rien n’a été modifié depuis que l’historique est tenu.',
  more: 'Ce sont les modifications les plus récentes. Les plus anciennes sont conservées sur le serveur.',
  server: 'Le serveur',
  setUp: (by) => `${by} a configuré le stockage S3`,
  disabled: (by) => `${by} a désactivé le stockage S3`,
  enabled: (by) => `${by} a réactivé le stockage S3`,
  keysRemoved: (by) => `${by} a retiré la clé d’accès`,
  keyRotated: (by) => `${by} a remplacé la clé d’accès`,
  changed: (by) => `${by} a modifié les paramètres`,
  unchanged: (by) => `${by} a enregistré les paramètres sans les modifier`,
  reencrypted: (by) => `${by} a chiffré à nouveau le secret enregistré`,
  moved: {
    started: (facts) => `${facts.by} a commencé à déplacer des pièces jointes vers ${place(facts)}`,
    paused: (facts) => `${facts.by} a mis en pause le déplacement vers ${place(facts)}`,
    resumed: (facts) => `${facts.by} a repris le déplacement vers ${place(facts)}`,
    stopped: (facts) => `${facts.by} a arrêté le déplacement vers ${place(facts)}`,
    finished: (facts) => `${facts.by} a terminé le déplacement vers ${place(facts)}`,
  },
  field: {
    set: ({ label, after }) => `${label} : ${after}`,
    cleared: ({ label, before }) => `${label} : ${before} a été retiré`,
    replaced: ({ label, before, after }) => `${label} : ${before} est devenu ${after}`,
    on: (label) => `${label} : activé`,
    off: (label) => `${label} : désactivé`,
    secretEntered: 'Une Secret access key a été saisie',
    secretReplaced: 'La Secret access key a été remplacée',
    secretErased: 'La Secret access key a été effacée',
  },
};
