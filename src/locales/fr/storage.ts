import type { SettingsMessages } from '../../components/index.ts';

/** The words of taking S3 out of use, in French. */
export const storage: SettingsMessages['storage'] = {
  title: 'Stockage',
  inUse: 'Les nouvelles pièces jointes vont dans votre bucket.',
  blocked:
    'Les nouvelles pièces jointes sont destinées à votre bucket et sont refusées tant qu’il n’y a pas de clé d’accès qui fonctionne.',
  disable: 'Désactiver le stockage S3',
  disableTitle: 'Désactiver le stockage S3 ?',
  disableText: [
    'Les nouvelles pièces jointes iront désormais dans la base de données.',
    'Les pièces jointes qui sont dans le bucket y restent : elles peuvent être ouvertes et supprimées comme avant. Laissez donc le bucket et sa clé d’accès tels quels.',
    'Rien n’est déplacé automatiquement : vous pourrez lancer le déplacement ensuite. Vous pouvez réactiver S3 à tout moment.',
  ],
  disableConfirm: 'Désactiver le stockage S3',
  outOfUse:
    'Les nouvelles pièces jointes vont dans la base de données. Celles du bucket peuvent être ouvertes et supprimées.',
  enable: 'Activer le stockage S3',
  remove: 'Retirer les clés',
  removeTitle: 'Retirer la clé d’accès ?',
  removeText: ({ accessKeyId, links }) => [
    `L’Access key ID ${accessKeyId} et son secret sont effacés ici. Le bucket et la région restent.`,
    'Les nouvelles pièces jointes iront désormais dans la base de données.',
    links === 'public'
      ? 'Les pièces jointes qui sont dans le bucket pourront encore être ouvertes par leurs liens publics, mais pas supprimées tant qu’une clé n’aura pas été saisie à nouveau.'
      : 'Les pièces jointes qui sont dans le bucket ne pourront être ni ouvertes ni supprimées tant qu’une clé n’aura pas été saisie à nouveau : elle sert à signer les liens privés.',
    'La clé elle-même existe toujours dans AWS : désactivez-la ou supprimez-la dans IAM.',
  ],
  removeConfirm: 'Retirer la clé d’accès',
  removed: 'La clé d’accès a été retirée. Les nouvelles pièces jointes vont dans la base de données.',
  cancel: 'Annuler',
  unsavedFirst: 'Enregistrez ou annulez d’abord vos modifications.',
  done: {
    configured: 'Le stockage S3 est activé. Les nouvelles pièces jointes vont dans votre bucket.',
    disabled: 'Le stockage S3 est désactivé. Les nouvelles pièces jointes vont dans la base de données.',
    keys_removed: 'La clé d’accès a été retirée. Les nouvelles pièces jointes vont dans la base de données.',
  },
};
