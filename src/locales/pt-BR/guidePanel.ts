import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in Brazilian Portuguese. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'Como configurar na AWS',
  intro: (bucket) =>
    bucket
      ? `Sete etapas, cerca de dez minutos. Os documentos estão preparados para o bucket “${bucket}”.`
      : 'Sete etapas, cerca de dez minutos. Informe o nome do bucket, e os documentos serão preparados para ele.',
  step: (number) => `Etapa ${number}:`,
  why: 'Por quê',
  opens: 'O que isso abre',
  openConsole: 'Abrir esta página no console da AWS',
  states: {
    done: 'Feita',
    not_done: 'Não feita',
    look_first: 'Olhe aqui primeiro',
    suspect: 'Olhe aqui também',
    warning: 'Com um aviso',
    unknown: 'Sem informação',
  },
  markedAbove: (part) => `A parte “${part}” está marcada no documento.`,
  suspect: 'A verificação não conseguiu distinguir esta etapa de outra que, vista de fora, parece igual.',
  unknown: {
    unchecked: '“Verificar conexão” mostra se esta etapa está feita.',
    stale: 'Os valores foram alterados desde a última verificação.',
    untold: 'A última verificação não conseguiu determinar se esta etapa está feita.',
    permission: (permission) =>
      `Só uma chave com a permissão “${permission}” poderia dizer se esta etapa está feita.`,
    cdn: 'O link foi aberto na sua URL base pública, que pode ter acesso ao bucket por outros meios. Por isso, a verificação não consegue dizer se esta etapa está feita.',
    world:
      'Qualquer pessoa pode gravar no bucket, por isso a verificação não consegue dizer o que esta chave pode fazer. Feche-o para estranhos e verifique novamente.',
    root: 'Esta é uma chave do usuário raiz, que pode fazer tudo. Verifique novamente com uma chave do usuário do IAM.',
    amazon_only: 'A verificação só consegue dizer isso do Amazon S3, não de outro armazenamento.',
  },
  progress: (done, total) => `${done} de ${total} feitas`,
  copy: 'Copiar',
  copyOf: (document) => `Copiar: ${document}`,
  copied: 'Copiado',
  copyFailed: 'Não foi possível copiar: selecione o texto',
  documentLabel: (step) => `Documento para “${step}”`,
  post: 'Permitir também POST: muitos arquivos pequenos são enviados mais rápido',
  postHint:
    'O documento abaixo se adapta. Um navegador pergunta ao S3 antes de cada PUT, e não antes de um POST. Os envios funcionam sem isso.',
  video: 'Mostrar um vídeo de ajuda',
  videoHint:
    'Do YouTube, de 4:23 a 10:40. Não é nosso, e algumas etapas aparecem um pouco diferentes nele. Só é carregado quando você pede.',
  videoTitle: 'Vídeo de ajuda: um bucket do S3 e um usuário do IAM',
  videoOpen: 'Abrir no YouTube',
};
