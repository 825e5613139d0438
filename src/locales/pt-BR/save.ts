import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in Brazilian Portuguese. */
export const save: SettingsMessages['save'] = {
  save: 'Salvar alterações',
  saveFirst: 'Salvar e guardar os anexos no S3',
  saveRotated: 'Verificar e trocar as chaves',
  checking: 'Verificando',
  saving: 'Salvando',
  discard: 'Descartar',
  anyway: 'Salvar mesmo assim',
  back: 'Voltar',
  saved: (bucket) => `Salvo. Os novos anexos são guardados no bucket “${bucket}”.`,
  savedDespite:
    'Salvo. Os novos anexos vão para o S3 e falharão até que a verificação abaixo não encontre mais erros.',
  savedDisabled: (bucket) =>
    `Salvo. Os novos anexos continuam indo para o banco de dados: o bucket “${bucket}” está fora de uso.`,
  retired: (accessKeyId) =>
    `A nova chave está em uso. Agora defina ${accessKeyId} como “Inactive” no IAM e exclua-a quando os envios tiverem funcionado por um dia.`,
  openIam: 'Abrir o IAM',
  unsaved: 'Ainda não salvo',
  refused: {
    title: 'Nada foi salvo ainda: assim não vai funcionar',
    text: 'Com estes valores, os novos anexos falhariam. A verificação abaixo mostra o que está errado e o que fazer.',
    unknownTitle: 'Nada foi salvo ainda: não foi possível verificar tudo',
    unknownText:
      'A verificação abaixo mostra o que não foi possível determinar e por quê. O segredo salvo só é usado para o bucket e o endpoint para os quais foi salvo: informe-o para verificar outros.',
  },
  changed: {
    title: 'Nada foi salvo ainda: algo mudou nesse meio-tempo',
    text: 'O que foi verificado não é mais o que está no formulário. Salve novamente.',
  },
  unchecked: { title: 'Nada foi salvo ainda: não foi possível fazer a verificação' },
  conflict: {
    title: 'Outra pessoa salvou nesse meio-tempo',
    text: ({ by, when }) =>
      `${by} alterou estas configurações (${when}). Nada do que você informou foi salvo, e nada foi perdido. As diferenças:`,
    field: 'Campo',
    mine: 'Seu valor',
    theirs: 'Salvo agora',
    secretEntered: 'informado por você',
    secretKept: 'o que está salvo',
    secretSaved: (when) => `salvo: ${when}`,
    empty: 'vazio',
    yes: 'ativado',
    no: 'desativado',
    keepMine: 'Salvar os seus por cima',
    takeTheirs: 'Usar o que está salvo',
  },
  changedByOther: ({ by, when }) =>
    `${by} alterou estas configurações (${when}). Você as vê como estão agora.`,
};
