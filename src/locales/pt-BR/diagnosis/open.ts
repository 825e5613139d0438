import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('pt-BR', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
    bytes / 1_000_000,
  );

/** The words for what anybody may be told in full, in Brazilian Portuguese; they go with every widget. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'Você está offline',
    cause: 'Este dispositivo não está conectado à rede.',
    remedy: ['Tente novamente quando houver conexão.'],
  }),
  connection_lost: () => ({
    title: 'A conexão caiu durante o envio',
    cause: 'Parte do arquivo já tinha sido enviada quando a conexão com o armazenamento terminou.',
    remedy: ['Tente novamente.'],
  }),
  api_unreachable: () => ({
    title: 'Não é possível acessar o triage.ai',
    cause: 'O servidor do triage.ai não respondeu.',
    remedy: ['Verifique sua conexão e tente novamente.'],
  }),
  file_unreadable: () => ({
    title: 'Este arquivo não pode mais ser lido',
    cause: 'Ele foi alterado, movido ou excluído depois que você o escolheu, ou é uma pasta.',
    remedy: ['Escolha-o novamente. Se for uma pasta, escolha os arquivos dentro dela.'],
  }),
  file_too_large: (d) => ({
    title: 'Este arquivo é grande demais',
    cause: `${d.size > 0 ? `Ele tem ${megabytes(d.size)}` : 'Ele é grande demais'}${d.maximum === undefined ? ', mais do que o armazenamento aceita em uma só parte' : `; o armazenamento aceita no máximo ${megabytes(d.maximum)} por arquivo`}.`,
    remedy: ['Escolha um arquivo menor ou compartilhe-o por um link.'],
  }),
  key_too_long: () => ({
    title: 'O nome deste arquivo é longo demais',
    cause: 'Junto com a pasta em que ficaria, ele passa dos 1.024 bytes que o S3 aceita.',
    remedy: ['Dê ao arquivo um nome mais curto e escolha-o novamente.'],
  }),
  signed_out: () => ({
    title: 'Você saiu da sua conta',
    cause: 'Sua sessão terminou.',
    remedy: ['Entre de novo e tente novamente.'],
  }),
  not_permitted: () => ({
    title: 'Você não pode fazer isto',
    cause: 'Sua conta não tem o direito necessário.',
    remedy: ['Fale com um administrador.'],
  }),
  not_found: () => ({
    title: 'Este anexo não existe mais',
    cause: 'Ele foi excluído, ou nunca foi salvo.',
    remedy: ['Recarregue a página.'],
  }),
  malformed_response: (d) => ({
    title: 'Não conseguimos ler a resposta do servidor',
    cause: `Ela veio com o status ${d.status} e não está na forma combinada. Talvez haja um proxy no meio.`,
    remedy: ['Tente novamente. Se continuar, avise quem administra o servidor.'],
  }),
  rate_limited: (d) => ({
    title: 'Foi muita coisa de uma vez',
    cause: 'O servidor só aceita um certo número de solicitações de uma pessoa por minuto.',
    remedy: [`Tente novamente em ${d.retryAfter} s.`],
  }),
  server_fault: () => ({
    title: 'Algo deu errado do nosso lado',
    cause: 'O servidor não conseguiu concluir esta operação.',
    remedy: ['Tente novamente. Se continuar, avise o seu administrador.'],
  }),
};
