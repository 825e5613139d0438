import type { SettingsMessages } from '../../components/index.ts';

/** The words of the settings panel's status in French. */
export const panel: SettingsMessages['panel'] = {
  title: 'Pièces jointes dans Amazon S3',
  loading: 'Chargement des paramètres',
  reload: 'Réessayer',
  notPermitted: 'Seuls les administrateurs peuvent voir et modifier où les pièces jointes sont enregistrées.',
  notConfigured:
    'Les pièces jointes sont enregistrées dans la base de données. Saisissez les quatre valeurs pour enregistrer les nouvelles dans votre propre bucket.',
  notConfiguredServerKey:
    'Les pièces jointes sont enregistrées dans la base de données. Saisissez le bucket et sa région pour y enregistrer les nouvelles.',
  configured: (bucket) => `Les pièces jointes sont enregistrées dans S3, dans le bucket « ${bucket} ».`,
  disabled: (bucket) =>
    `Les nouvelles pièces jointes sont enregistrées dans la base de données. S3 est configuré avec le bucket « ${bucket} », mais n’est pas utilisé.`,
  keysRemoved: (bucket) =>
    `Les nouvelles pièces jointes sont enregistrées dans la base de données. La clé d’accès du bucket « ${bucket} » a été retirée.`,
  unreadable:
    'Le secret enregistré n’est plus lisible, les envois ne fonctionnent donc pas. Saisissez-le à nouveau.',
  unreadableDisabled:
    'Le secret enregistré n’est plus lisible : les pièces jointes dans S3 ne peuvent pas être supprimées tant qu’il n’a pas été saisi à nouveau.',
  serverKeyFailed: 'Le serveur n’obtient pas sa clé d’accès, les envois vers S3 ne fonctionnent donc pas.',
  serverKeyGone:
    'Le serveur ne fournit plus de clé d’accès, les envois vers S3 ne fonctionnent donc pas. Saisissez-en une ici.',
  savedAt: (when) => `Enregistré : ${when}`,
};
