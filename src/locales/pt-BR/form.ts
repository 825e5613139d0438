import type { SettingsMessages } from '../../components/index.ts';
import { count, list } from './count.ts';

type Remnant = Parameters<SettingsMessages['form']['trimmed']>[0][number];

const remnants: Record<Remnant, string> = {
  spaces: 'espaços',
  line_breaks: 'quebras de linha',
  quotes: 'aspas',
  invisible: 'caracteres invisíveis',
};

const units = [
  [86_400, { one: '# dia', other: '# dias' }],
  [3600, { one: '# hora', other: '# horas' }],
  [60, { one: '# minuto', other: '# minutos' }],
  [1, { one: '# segundo', other: '# segundos' }],
] as const;

function lifetime(seconds: number): string {
  const [size, forms] = units.find(([size]) => seconds % size === 0) ?? units[3];
  return count(seconds / size, forms);
}

/** The words of the form in Brazilian Portuguese. */
export const form: SettingsMessages['form'] = {
  title: 'Seu bucket',
  problem: 'Há um problema',
  bucketHint:
    'Como aparece na lista de buckets do console do S3. Um ARN ou o endereço do bucket também serve.',
  regionHint: 'Onde está o bucket. Digite um código ou uma cidade.',
  regions: 'Mostrar todas as regiões',
  noRegion: 'Não está na nossa lista. Se a AWS mostra este código, use-o.',
  detect: 'Detectar',
  detecting: 'Perguntando ao S3',
  detectNeedsBucket: 'Primeiro informe o nome do bucket; assim é possível perguntar ao S3 onde ele está.',
  detected: (region) => `O S3 informa que este bucket está em ${region}.`,
  accessKeyIdHint: 'Do usuário do IAM que você cria para o triage.ai. Começa com AKIA.',
  secretHint: 'A AWS a mostra uma única vez. Ela é salva criptografada e nunca mais é mostrada.',
  secretConfigured: 'Configurada',
  secretSavedAt: (when) => `salva: ${when}`,
  secretAge: (days) => (days === 0 ? 'hoje' : count(days, { one: 'há # dia', other: 'há # dias' })),
  secretOld: (days) =>
    `Esta chave está em uso aqui há ${count(days, { one: '# dia', other: '# dias' })}. É recomendável substituir as chaves a cada 90 dias, aproximadamente.`,
  secretForOtherKey: 'Outra Access key ID ou outro endpoint precisa do próprio segredo: informe-o.',
  secretUnreadable: 'O segredo salvo não pode mais ser lido. Informe-o novamente.',
  serverKeyGone: 'O servidor fornecia uma chave de acesso e não fornece mais. Informe uma aqui.',
  serverKey: {
    title: 'A chave de acesso vem do servidor',
    from: {
      environment: 'Ela está definida no ambiente do servidor, por isso nenhuma é informada ou salva aqui.',
      provider:
        'O servidor a obtém da própria função ou identidade e a renova sozinho, por isso nenhuma é informada ou salva aqui.',
    },
    now: 'Em uso agora:',
    hint: 'Ela precisa das permissões da política do IAM que está no guia.',
  },
  replace: 'Substituir',
  keep: 'Manter o segredo salvo',
  show: 'Mostrar',
  rotate: 'Trocar a chave',
  rotateTitle: 'Substituir a chave de acesso sem interrupção',
  rotateSteps: (old) => [
    'No IAM, abra o usuário e crie uma segunda chave de acesso; um usuário pode ter duas.',
    'Informe aqui os dois valores dela. Eles são verificados e depois substituem os antigos.',
    `Depois defina ${old} como “Inactive” no IAM e exclua-a quando os envios tiverem funcionado por algum tempo.`,
  ],
  rotateCancel: 'Manter a chave salva',
  swap: 'Trocar um pelo outro',
  advanced: 'Avançado',
  advancedChanged: (changes) => count(changes, { one: '# alterada', other: '# alteradas' }),
  links: 'Como os anexos são abertos',
  linksPublic: 'Links públicos, como na documentação',
  linksPublicHint:
    'Quem tem um link pode ler aquele anexo enquanto ele existir. Não é possível adivinhar os links nem listar o bucket.',
  linksPrivate: 'Links privados',
  linksPrivateHint:
    'Mais seguro: só quem pode ler o ticket recebe um link, e ele expira. O Block Public Access continua ativado. A chave de acesso passa a poder ler anexos também; o guia ao lado se adapta.',
  linkLifetime: 'Por quanto tempo um link privado funciona',
  linkLifetimeHint:
    'A partir do momento em que alguém abre um anexo; quem receber esse link pode usá-lo até lá. Na próxima vez que for aberto, haverá um novo.',
  lifetime,
  keyPrefixHint: 'Pastas na frente de cada anexo, para um bucket que também guarda outras coisas: help-desk/',
  publicBaseUrlHint:
    'Para onde os links levam em vez do S3, por exemplo uma distribuição do CloudFront: https://files.example.com',
  endpointHint: 'Para outro armazenamento compatível com S3, sem o bucket. Vazio: Amazon S3.',
  forcePathStyleHint:
    'O bucket fica no caminho e não no nome do host. Outros armazenamentos muitas vezes precisam disso; a Amazon não.',
  largeFiles: 'Permissões para limpar após arquivos grandes',
  largeFilesHint:
    'Adiciona s3:AbortMultipartUpload e s3:ListMultipartUploadParts à política do IAM, para que as partes de um envio grande abandonado possam ser removidas e seja possível perguntar ao S3 o que chegou de um envio interrompido.',
  file: 'Escolher arquivo',
  fileHint: 'Solte ou cole o accessKeys.csv da AWS, ou o que o script mostrou: os campos são preenchidos.',
  fileDrop: 'Solte o arquivo: os valores dele vão para os campos',
  fileUnreadable:
    'Não há nenhuma chave de acesso neste arquivo, ou há mais de uma. O da AWS se chama accessKeys.csv.',
  fileTooBig: 'Isto não é uma lista de chaves de acesso: é maior que 64 kB.',
  trimmed: (removed) =>
    `Removido das pontas: ${list(removed.map((remnant) => remnants[remnant]))}. Tinham vindo junto na cópia.`,
  filled: (labels) => `Preenchido: ${list(labels)}.`,
  suggestion: (name) => `Usar “${name}”`,
};
