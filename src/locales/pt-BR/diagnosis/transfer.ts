import { type DiagnosisMessages, pointsAt } from '../../../diagnosis/index.ts';
import { number } from '../count.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'O navegador não conseguiu enviar o arquivo ao S3',
  GET: 'O navegador salvou o arquivo de teste, mas não conseguiu lê-lo',
  DELETE: 'O navegador salvou o arquivo de teste, mas não conseguiu excluí-lo',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'Este navegador não consegue acessar a URL base pública',
  cause:
    'Ele salvou o arquivo de teste no S3, mas o endereço a que os links levam não lhe respondeu; um navegador não diz por quê.',
  remedy: [
    'Verifique se “URL base pública” começa com https://, se esta página começa assim, e abra o endereço em uma nova aba para ver o que este navegador diz dele.',
    'Se um proxy, uma VPN ou um bloqueador de anúncios estiver em uso, tente sem ele.',
    'Se esta página tem uma Content-Security-Policy, o connect-src dela precisa citar esse endereço para este teste.',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'O armazenamento não diz a região deste bucket',
  cause:
    'Ele respondeu, mas não citou nenhuma região. O Amazon S3 sempre cita; outros armazenamentos podem não ter nenhuma.',
  remedy: ['Informe a região que o seu provedor de armazenamento indica; muitos aceitam us-east-1.'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in Brazilian Portuguese. */
export const transfer = {
  url_expired: () => ({
    title: 'A permissão para enviar expirou',
    cause: 'Passou tempo demais entre a preparação do envio e o envio em si.',
    remedy: ['Tente novamente.'],
  }),
  request_altered: () => ({
    title: 'O envio foi alterado a caminho do S3',
    cause:
      'A chave de acesso e o segredo dela estão certos, mas o que chegou ao S3 não é o que foi assinado: algo no caminho adicionou ou alterou um cabeçalho, o endereço ou o conteúdo.',
    remedy: [
      'Pergunte a quem administra a rede se um proxy ou firewall altera as solicitações ao S3, e peça que as deixe passar intactas.',
      'Se uma página ou um plugin seu adiciona cabeçalhos aos envios, como Content-Type, retire isso.',
    ],
  }),
  request_invalid: (d) => ({
    title: 'O S3 não entende a solicitação',
    cause: `Uma parte dela falta ou está malformada${d.s3?.code ? `; o S3 disse “${d.s3.code}”` : ''}. As suas configurações não são a causa: é o nosso software, ou um proxy que omite ou recodifica uma parte.`,
    remedy: [
      'Tente novamente sem proxy ou VPN, se houver.',
      'Se continuar, avise quem desenvolve ou administra o triage.ai, com o ID da solicitação.',
    ],
  }),
  body_damaged: () => ({
    title: 'O arquivo foi danificado no caminho',
    cause: 'O S3 comparou a soma de verificação e recebeu bytes diferentes dos enviados. Não guardou nada.',
    remedy: [
      'Tente novamente.',
      'Se continuar, talvez um proxy esteja alterando arquivos: avise quem administra a rede.',
    ],
  }),
  upload_gone: () => ({
    title: 'O S3 não conhece mais o envio que foi iniciado',
    cause: 'Ele era enviado em partes, e o S3 o descartou, ou uma parte não chegou inteira.',
    remedy: ['Tente novamente: o arquivo é enviado desde o começo.'],
  }),
  s3_unavailable: () => ({
    title: 'O Amazon S3 está ocupado ou com uma falha',
    cause: 'O S3 respondeu que não pode fazer isso no momento.',
    remedy: ['Tente novamente em alguns minutos. Se continuar, veja o AWS Health Dashboard.'],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Nosso servidor não consegue acessar a URL base pública'
        : 'Nosso servidor não consegue acessar o Amazon S3',
      cause: base
        ? `Não houve resposta de ${d.host}. O endereço pode ter sido digitado errado, ou o que está lá não responde ao nosso servidor.`
        : `Não houve resposta de ${d.host}. A região da AWS ou o endpoint pode ter sido digitado errado, ou a rede entre o nosso servidor e o S3 está fora do ar.`,
      remedy: [
        base
          ? 'Verifique se “URL base pública” está certa: o host e, se houver, a porta.'
          : 'Verifique se “Região da AWS”, e “Endpoint” se for usado, estão certos.',
        'Pergunte a quem administra o servidor se ele consegue acessar esse endereço.',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `O S3 disse “${d.s3.code}”` : 'O S3 recusou, sem dizer por quê',
          cause: d.s3?.status
            ? `A resposta tinha o status ${d.s3.status}. Não conhecemos esta causa.`
            : 'Não havia nada na resposta que pudesse ser lido. Não conhecemos esta causa.',
          remedy: [
            d.s3?.code
              ? 'Procure o código na documentação do Amazon S3 (“Error responses”).'
              : 'Use “Verificar conexão”: as outras etapas podem dizer mais.',
            d.s3?.requestId
              ? 'Informe o código e o ID da solicitação ao suporte da AWS; os dois estão em “Detalhes”.'
              : 'Se continuar, fale com o suporte da AWS, com a hora em que aconteceu.',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'O navegador não conseguiu acessar o S3',
          cause: d.cleared
            ? 'Um navegador não diz por quê. Nosso servidor perguntou ao S3, e o S3 deixa esta página enviar arquivos; então a causa está provavelmente entre este navegador e o S3.'
            : 'Um navegador não diz por quê: o bucket pode recusar esta página (CORS), ou algo entre este navegador e o S3 o impediu.',
          remedy: [
            'Tente novamente; se um proxy, uma VPN ou um bloqueador de anúncios estiver em uso, tente sem ele.',
            'Se esta página tem uma Content-Security-Policy, o connect-src dela precisa citar o endereço do S3.',
            ...(d.method === 'DELETE'
              ? ['O arquivo de teste fica no bucket até que a próxima verificação o exclua.']
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Esta página não deixa o navegador testar o link',
          cause: `A Content-Security-Policy da página não cita ${d.host} em connect-src, por isso este teste não pôde abrir o link lá. Os leitores abrem links sem isso.`,
          remedy: [
            'Para que os links abram, não é preciso fazer nada.',
            `Para o teste, quem administra o site pode adicionar ${d.host} a connect-src na Content-Security-Policy dele.`,
          ],
        }
      : {
          title: 'Esta página não deixa o navegador enviar ao S3',
          cause: `A Content-Security-Policy da página não cita ${d.host} em connect-src, por isso o navegador interrompeu o envio antes que ele começasse.`,
          remedy: [
            `Quem administra o site pode adicionar ${d.host} a connect-src na Content-Security-Policy dele.`,
          ],
        },
  upload_incomplete: (d) => ({
    title: 'O arquivo não chegou inteiro',
    cause:
      d.found === null
        ? 'O armazenamento não o tem, embora parecesse enviado.'
        : `O armazenamento tem ${number(d.found)} de ${number(d.expected)} bytes.`,
    remedy: ['Tente novamente.'],
  }),
} satisfies Partial<DiagnosisMessages>;
