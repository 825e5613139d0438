import type { SettingsMessages } from '../../components/index.ts';

/** The words of taking S3 out of use, in Brazilian Portuguese. */
export const storage: SettingsMessages['storage'] = {
  title: 'Armazenamento',
  inUse: 'Os novos anexos vão para o seu bucket.',
  blocked:
    'Os novos anexos devem ir para o seu bucket e são recusados até que haja uma chave de acesso que funcione.',
  disable: 'Desativar o armazenamento no S3',
  disableTitle: 'Desativar o armazenamento no S3?',
  disableText: [
    'A partir de agora, os novos anexos vão para o banco de dados.',
    'Os anexos que estão no bucket ficam lá: podem ser abertos e excluídos como antes. Por isso, deixe o bucket e a chave de acesso dele como estão.',
    'Nada é movido sozinho: isso pode ser iniciado depois. Você pode ativar o S3 novamente a qualquer momento.',
  ],
  disableConfirm: 'Desativar o armazenamento no S3',
  outOfUse:
    'Os novos anexos vão para o banco de dados. Os que estão no bucket podem ser abertos e excluídos.',
  enable: 'Ativar o armazenamento no S3',
  remove: 'Remover as chaves',
  removeTitle: 'Remover a chave de acesso?',
  removeText: ({ accessKeyId, links }) => [
    `A Access key ID ${accessKeyId} e o segredo dela são apagados aqui. O bucket e a região ficam.`,
    'A partir de agora, os novos anexos vão para o banco de dados.',
    links === 'public'
      ? 'Os anexos que estão no bucket ainda podem ser abertos pelos links públicos, mas não excluídos até que uma chave seja informada novamente.'
      : 'Os anexos que estão no bucket não podem ser abertos nem excluídos até que uma chave seja informada novamente: os links privados são assinados com ela.',
    'A chave em si continua existindo na AWS: desative-a ou exclua-a no IAM.',
  ],
  removeConfirm: 'Remover a chave de acesso',
  removed: 'A chave de acesso foi removida. Os novos anexos vão para o banco de dados.',
  cancel: 'Cancelar',
  unsavedFirst: 'Primeiro salve ou descarte as suas alterações.',
  done: {
    configured: 'O armazenamento no S3 está ativado. Os novos anexos vão para o seu bucket.',
    disabled: 'O armazenamento no S3 está desativado. Os novos anexos vão para o banco de dados.',
    keys_removed: 'A chave de acesso foi removida. Os novos anexos vão para o banco de dados.',
  },
};
