import type { SettingsMessages } from '../../components/index.ts';
import { count } from './count.ts';

/** The words of the connection check in Brazilian Portuguese. */
export const check: SettingsMessages['check'] = {
  start: 'Verificar conexão',
  cancel: 'Cancelar',
  running: (done, total) => `Verificando: ${done} de ${total}`,
  cancelled: 'A verificação foi cancelada.',
  notDone: (title) => `Não foi possível fazer a verificação: ${title}`,
  passed: 'Tudo funciona',
  wrong: (problems, title) =>
    problems === 1
      ? `Um problema: ${title}`
      : `${count(problems, { other: '# problemas' })}. Comece por este: ${title}`,
  warning: (warnings, title) =>
    warnings === 1
      ? `Funciona, com um aviso: ${title}`
      : `Funciona, com ${count(warnings, { other: '# avisos' })}. O primeiro: ${title}`,
  unknown: 'Não foi possível determinar tudo',
  checkedAt: (when) => `Verificado: ${when}.`,
  stale: 'Os valores foram alterados desde então.',
  label: 'Etapas da verificação',
  showSteps: 'Mostrar as etapas',
  titles: {
    values: 'Forma dos valores',
    identity: 'Chave de acesso e segredo',
    bucket: 'Bucket e região',
    write: 'Salvar um arquivo de teste',
    owner: 'Mesma conta da AWS',
    read: 'Abrir o link dele',
    cors: 'Envios a partir daqui (CORS)',
    delete: 'Excluir o arquivo de teste',
    large_files: 'Limpar após arquivos grandes',
    world_write: 'Estranhos não podem salvar',
    world_list: 'Estranhos não podem listar',
    privilege: 'A chave não pode listar seus buckets',
    browser: 'Tudo neste navegador',
  },
  states: {
    waiting: 'Aguardando',
    passed: 'Aprovado',
    failed: 'Falhou',
    warning: 'Aviso',
    skipped: 'Ignorado',
    unknown: 'Desconhecido',
  },
  skipped: {
    explained: (by) => (by ? `Ignorado: “${by}” já diz isso.` : 'Ignorado: uma etapa anterior já diz isso.'),
    custom_endpoint: () => 'Ignorado: só é possível perguntar isso ao Amazon S3.',
    needs_secret: () => 'Ignorado: informe a Secret access key para verificar isso também.',
  },
  untold: {
    timeout: () => 'Não houve resposta a tempo.',
    no_answer: () => 'Não houve resposta.',
    permission: (permission) =>
      permission
        ? `Só uma chave com a permissão ${permission} poderia dizer.`
        : 'Esta chave não tem a permissão que permitiria saber.',
  },
  forms: (allowed) =>
    allowed
      ? 'POST também é permitido: arquivos pequenos vão pelo caminho rápido.'
      : 'Muitos arquivos pequenos poderiam ser enviados mais rápido, por POST: a etapa CORS do guia explica como.',
  note: (title) => `Bom saber: ${title}.`,
  identity: (arn) => `A chave pertence a ${arn}.`,
  sameCause: (title) => `A mesma causa de cima: ${title}.`,
};
