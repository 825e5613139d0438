import type { SettingsMessages } from '../../components/index.ts';
import { count } from './count.ts';

/** The words of the connection check in French. */
export const check: SettingsMessages['check'] = {
  start: 'Vérifier la connexion',
  cancel: 'Annuler',
  running: (done, total) => `Vérification : ${done} sur ${total}`,
  cancelled: 'La vérification a été annulée.',
  notDone: (title) => `La vérification n’a pas pu être faite : ${title}`,
  passed: 'Tout fonctionne',
  wrong: (problems, title) =>
    problems === 1
      ? `Un problème : ${title}`
      : `${count(problems, { other: '# problèmes' })}. Commencez par celui-ci : ${title}`,
  warning: (warnings, title) =>
    warnings === 1
      ? `Cela fonctionne, avec un avertissement : ${title}`
      : `Cela fonctionne, avec ${count(warnings, { other: '# avertissements' })}. Le premier : ${title}`,
  unknown: 'Tout n’a pas pu être déterminé',
  checkedAt: (when) => `Vérifié : ${when}.`,
  stale: 'Les valeurs ont été modifiées depuis.',
  label: 'Étapes de la vérification',
  showSteps: 'Afficher les étapes',
  titles: {
    values: 'Forme des valeurs',
    identity: 'Clé d’accès et secret',
    bucket: 'Bucket et région',
    write: 'Enregistrer un fichier de test',
    owner: 'Même compte AWS',
    read: 'Ouvrir son lien',
    cors: 'Envois depuis cette page (CORS)',
    delete: 'Supprimer le fichier de test',
    large_files: 'Nettoyer après les gros fichiers',
    world_write: 'Aucun inconnu ne peut enregistrer',
    world_list: 'Aucun inconnu ne peut lister',
    privilege: 'La clé ne peut pas lister vos buckets',
    browser: 'Le tout dans ce navigateur',
  },
  states: {
    waiting: 'En attente',
    passed: 'Réussi',
    failed: 'Échec',
    warning: 'Avertissement',
    skipped: 'Ignoré',
    unknown: 'Inconnu',
  },
  skipped: {
    explained: (by) =>
      by ? `Ignoré : « ${by} » le dit déjà.` : 'Ignoré : une étape précédente le dit déjà.',
    custom_endpoint: () => 'Ignoré : seul Amazon S3 peut répondre à cette question.',
    needs_secret: () => 'Ignoré : saisissez la Secret access key pour vérifier aussi ce point.',
  },
  untold: {
    timeout: () => 'Aucune réponse n’est arrivée à temps.',
    no_answer: () => 'Aucune réponse n’est arrivée.',
    permission: (permission) =>
      permission
        ? `Seule une clé ayant l’autorisation ${permission} pourrait le dire.`
        : 'Cette clé n’a pas l’autorisation qui permettrait de le dire.',
  },
  forms: (allowed) =>
    allowed
      ? 'POST est aussi autorisé : les petits fichiers prennent la voie rapide.'
      : 'De nombreux petits fichiers pourraient être envoyés plus vite, par POST : l’étape CORS du guide explique comment.',
  note: (title) => `Bon à savoir : ${title}.`,
  identity: (arn) => `La clé appartient à ${arn}.`,
  sameCause: (title) => `Même cause que ci-dessus : ${title}.`,
};
