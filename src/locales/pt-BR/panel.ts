import type { SettingsMessages } from '../../components/index.ts';

/** The words of the settings panel's status in Brazilian Portuguese. */
export const panel: SettingsMessages['panel'] = {
  title: 'Anexos no Amazon S3',
  loading: 'Carregando as configurações',
  reload: 'Tentar novamente',
  notPermitted: 'Só administradores podem ver e alterar onde os anexos são salvos.',
  notConfigured:
    'Os anexos são salvos no banco de dados. Informe os quatro valores para salvar os novos no seu próprio bucket.',
  notConfiguredServerKey:
    'Os anexos são salvos no banco de dados. Informe o bucket e a região dele para salvar os novos ali.',
  configured: (bucket) => `Os anexos são salvos no S3, no bucket “${bucket}”.`,
  disabled: (bucket) =>
    `Os novos anexos são salvos no banco de dados. O S3 está configurado com o bucket “${bucket}”, mas fora de uso.`,
  keysRemoved: (bucket) =>
    `Os novos anexos são salvos no banco de dados. A chave de acesso do bucket “${bucket}” foi removida.`,
  unreadable:
    'O segredo salvo não pode mais ser lido, por isso os envios não funcionam. Informe-o novamente.',
  unreadableDisabled:
    'O segredo salvo não pode mais ser lido: os anexos no S3 não podem ser excluídos até que ele seja informado novamente.',
  serverKeyFailed:
    'O servidor não consegue obter a chave de acesso dele, por isso os envios para o S3 não funcionam.',
  serverKeyGone:
    'O servidor não fornece mais a chave de acesso dele, por isso os envios para o S3 não funcionam. Informe uma aqui.',
  savedAt: (when) => `Salvo: ${when}`,
};
