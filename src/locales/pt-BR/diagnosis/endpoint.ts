import {
  type DiagnosisMessages,
  type DiagnosisOf,
  type DiagnosisWords,
  pointsAt,
} from '../../../diagnosis/index.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: 'Falta https:// no endpoint',
    cause: 'Ele precisa ser um endereço completo, que começa com https://.',
    remedy: 'Coloque https:// na frente do endpoint.',
  },
  bucket: {
    title: 'O nome do bucket está no endpoint',
    cause:
      'O nome é adicionado ao endpoint automaticamente e ficaria nele duas vezes. Então o host não é encontrado, ou o certificado dele não serve.',
    remedy: 'Retire o nome do bucket do endpoint; ele tem um campo próprio.',
  },
  path: {
    title: 'O endpoint contém mais do que um endereço',
    cause: 'Depois do host há um caminho ou parâmetros, onde o S3 espera o bucket e o arquivo.',
    remedy: 'Mantenha só o que está antes da primeira barra depois do host, como https://s3.example.com.',
  },
  credentials: {
    title: 'O endpoint contém um usuário e uma senha',
    cause: 'Eles não são usados ali, e seriam vistos por todos que podem ver este endereço.',
    remedy: 'Remova tudo entre https:// e o @. As chaves têm campos próprios.',
  },
  unreadable: {
    title: 'O endpoint não é um endereço',
    cause: 'Ele precisa ser como https://s3.example.com.',
    remedy: 'Copie o endpoint das páginas do seu provedor de armazenamento.',
  },
};

/** The words on the endpoint and on what answers there, or does not, in Brazilian Portuguese. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} Agora ele é ${d.endpoint}.`,
      remedy: [remedy, 'Para o Amazon S3, deixe o endpoint vazio.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Este servidor não consulta essa URL base pública'
        : 'Este servidor não envia nada a esse endpoint',
      cause: `${d.host} leva a uma rede privada, ou este servidor não aceita ${base ? 'endereços assim' : 'outros endpoints além dos próprios'}. Assim, não é possível alcançar o interior da sua rede por meio destas configurações.`,
      remedy: [
        base
          ? 'Informe um endereço que possa ser acessado pela internet, ou deixe o campo vazio: os links levam então ao próprio S3.'
          : 'Informe um endpoint que possa ser acessado pela internet, ou deixe-o vazio para o Amazon S3.',
        'Se está certo assim: quem administra o servidor pode permiti-lo na configuração do servidor.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Os links não são criptografados',
          cause: `Eles levam a ${d.endpoint} por http://, onde qualquer um no caminho pode ler e alterar os arquivos. Uma página aberta por https:// não mostra imagens de lá.`,
          remedy: ['Informe a URL base pública com https://, se o que está lá oferecer isso.'],
        }
      : {
          title: 'O endpoint não é criptografado',
          cause: `Os arquivos e os links deles vão para ${d.endpoint} por http://, onde qualquer um no caminho pode lê-los e alterá-los. Uma página aberta por https:// não enviará nada para lá.`,
          remedy: ['Informe o endpoint com https://, se o armazenamento oferecer isso.'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'O endpoint nos manda para outro lugar',
          cause: `${leadsOn(d)}. As chaves não são enviadas depois de um redirecionamento, porque ele pode levar a qualquer um.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                'Informe como endpoint o endereço a que ele leva, se for o armazenamento; muitas vezes basta que http:// passe a ser https://.',
              ]
            : [
                'Pergunte a quem administra o servidor se há um proxy ou uma página de login entre ele e o Amazon S3, e peça que o deixe passar.',
              ],
        },
  host_not_found: (d) => ({
    title: `Não há nenhum servidor chamado ${d.host}`,
    cause:
      'O nome não está em nenhum diretório da internet (DNS), ou o diretório do nosso servidor não o conhece.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'Compare “Endpoint” letra por letra com o que o seu provedor de armazenamento informa.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'Compare “URL base pública” letra por letra com o endereço da sua CDN, e verifique se a entrada de DNS dele existe.'
          : 'Compare “Região da AWS” com a região que o console do S3 mostra para o bucket.',
      'Se estiver certo, pergunte a quem administra o servidor se ele consegue resolver esse nome.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'O certificado da URL base pública não é confiável'
      : 'O certificado do armazenamento não é confiável',
    cause: `${d.host} mostra um certificado que é de outro nome, que expirou ou que não foi emitido por ninguém em quem este servidor confia.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'O nome do bucket tem um ponto, e os certificados cobrem nomes sem ponto: ative “Bucket no caminho”, ou use um bucket sem ponto.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'Verifique se “Endpoint” não contém o nome do bucket: ele ficaria nele duas vezes, e nenhum certificado serve.',
            'Se o armazenamento tem um certificado emitido por ele mesmo, quem administra o servidor pode adicionar a autoridade dele às confiáveis.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`Na CDN, verifique se o certificado dela cita ${d.host} e não expirou.`]
        : []),
      'Se um firewall abre conexões criptografadas (inspeção de TLS), peça a quem administra a rede que deixe este endereço passar intacto.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'Quem respondeu não foi o S3',
          cause: `${d.host ?? 'O endereço consultado'} deu uma resposta com o status ${d.status} que não está na forma do S3. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  'Verifique se “Endpoint” é o endereço da interface S3 do armazenamento, e não o da página web ou do console dele.',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['Tente novamente em alguns minutos.'] : []),
            'Pergunte a quem administra a rede se há um proxy, um firewall ou uma página de login no meio, e peça que deixe este endereço passar.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'O relógio do servidor do triage.ai está errado',
    cause: d.serverTime
      ? `Ele tem mais de 15 minutos de diferença; o relógio do S3 marcava ${d.serverTime}.`
      : 'Ele difere do relógio do S3 em mais de 15 minutos.',
    remedy: ['Peça a quem administra o servidor que acerte o relógio dele (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

const whoAnswered = (host: string | undefined) => host ?? 'O que respondeu';
const leadsOn = ({ host, location }: DiagnosisOf<'endpoint_redirects'>) =>
  `${whoAnswered(host)} redireciona${location ? ` para ${location}` : ' para outro endereço'}`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'A URL base pública leva a outro lugar',
    cause: `${leadsOn(d)}. Nosso servidor não segue redirecionamentos, por isso não se sabe se os arquivos abrem lá.`,
    remedy: [
      'Se os arquivos devem abrir lá, informe esse endereço como URL base pública; muitas vezes basta que http:// passe a ser https://.',
      'Se ela leva a um login, retire-o para estes arquivos: os links precisam abrir para quem os tem.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${whoAnswered(d.host)} respondeu com o status ${d.status}`;
  return {
    title: busy
      ? 'A URL base pública não conseguiu entregar o arquivo'
      : 'A URL base pública mostra algo diferente do arquivo',
    cause: busy
      ? `${answered}: não alcançou o bucket, ou há uma falha ali.`
      : `${answered}, mas com conteúdo diferente do que foi salvo.`,
    remedy: [
      busy
        ? 'Na CDN, verifique se a origem dela é este bucket, com a região certa no endereço. Depois tente novamente em alguns minutos.'
        : 'Verifique se “URL base pública” é o endereço em que a sua CDN mostra este bucket, e não o de um site ou de uma página de login.',
      'Na CDN, verifique se ela entrega os arquivos como estão, sem alterá-los nem comprimi-los para este caminho.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'Esta diz que um proxy exige login.';
  if (status === 511) return 'Esta diz que a rede exige login.';
  if (status === 413) return 'Esta diz que um proxy não aceita arquivos deste tamanho.';
  if (status >= 502 && status <= 504) return 'Esta diz que um gateway não alcançou o armazenamento.';
  return 'Na maioria das vezes, é a página de um proxy, de um firewall ou de um login.';
}
