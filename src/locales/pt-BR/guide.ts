import type { SettingsMessages } from '../../components/index.ts';
import { type GuideFacts, type Partition, partitionOf, regions } from '../../guide/index.ts';

const account: Record<Partition, string> = {
  aws: 'Se você ainda não tem uma conta da AWS, crie uma. Depois entre no console da AWS.',
  'aws-cn':
    'Entre no console da AWS China (console.amazonaws.cn). Ele tem contas próprias: uma de aws.amazon.com não funciona lá.',
  'aws-us-gov':
    'Entre no console da AWS GovCloud (US) (console.amazonaws-us-gov.com). Ele tem contas próprias: uma de aws.amazon.com não funciona lá.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `o bucket “${bucket}”` : 'o seu bucket');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `informe “${bucket}”, igual ao bucket` : 'informe o nome do bucket';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'Veja “AWS Region” nessa página, por exemplo us-east-1. O melhor é perto dos seus usuários; ela é alterada no canto superior direito do console. Anote-a.';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `Confira se “AWS Region” nessa página é ${name ? `${name} ${region}` : region}. Ela é alterada no canto superior direito do console.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads = links === 'private' ? 'salvar, ler e excluir anexos' : 'salvar e excluir anexos';
  return largeFiles ? `${reads}, e limpar após envios interrompidos` : reads;
}

/** The guide in Brazilian Portuguese. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'Criar o bucket',
    actions: [
      account[partitionOf(facts.region)],
      'Digite “S3” na barra de pesquisa, ou encontre-o em “All services”, e abra-o. Escolha “Create bucket”.',
      theRegion(facts),
      facts.bucket
        ? `Em “Bucket name”, informe “${facts.bucket}”. Se a AWS disser que já está em uso, escolha outro e altere-o aqui no formulário.`
        : 'Escolha um “Bucket name” que mais tarde lhe diga que pertence ao triage.ai: letras minúsculas, dígitos e hifens. Anote-o.',
      facts.links === 'private'
        ? 'Deixe todas as outras configurações como estão e escolha “Create bucket” no fim da página.'
        : 'Deixe todas as outras configurações como estão, exceto a da etapa 2, que está na mesma página. Depois escolha “Create bucket” no fim dela.',
      facts.bucket && facts.region
        ? 'O formulário aqui já tem o nome e a região.'
        : 'Informe o nome e a região aqui no formulário.',
    ],
    why: 'Os anexos dos tickets serão salvos neste bucket, em vez de ocupar espaço no banco de dados. Só administradores podem ver e alterar isso.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Deixar o Block Public Access ativado',
          actions: [
            'Ao criar o bucket, deixe “Block all public access” marcado, como a AWS sugere.',
            `Se o bucket já existe, abra ${theBucket(facts)} e depois a aba “Permissions”. Em “Block public access (bucket settings)” deve aparecer “On”.`,
            'Se aparecer “Off”, escolha “Edit”, marque “Block all public access”, escolha “Save changes” e digite “confirm” quando a AWS pedir.',
          ],
          why: 'Os links são privados: o triage.ai assina cada um quando alguém abre um anexo, e ele só funciona por pouco tempo. Ninguém precisa ter acesso sem uma assinatura.',
          opens: null,
        }
      : {
          title: 'Desativar o Block Public Access',
          actions: [
            'Ao criar o bucket, encontre “Block Public Access settings for this bucket” e desmarque “Block all public access”.',
            'Abaixo, marque o aviso: “I acknowledge that the current settings might result in this bucket and the objects within becoming public.”',
            `Se o bucket já existe, abra ${theBucket(facts)} e depois a aba “Permissions”. Em “Block public access (bucket settings)”, escolha “Edit”, desmarque “Block all public access”, escolha “Save changes” e digite “confirm” quando a AWS pedir.`,
          ],
          why: 'Enquanto ele está ativado, a AWS recusa a política do bucket da próxima etapa, e nenhum link pode ser aberto. Das quatro partes dele, só as duas últimas, as que tratam de políticas, precisam estar desativadas; as duas sobre listas de controle de acesso (ACLs) podem continuar ativadas.',
          opens:
            'Nada por si só. Mas a partir de agora, só a política do bucket decide o que estranhos podem ler.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Sem política do bucket',
          actions: [
            `Não há nada para colar. Abra ${theBucket(facts)}, depois a aba “Permissions”, e veja “Bucket policy”. Se estiver vazia, esta etapa está feita.`,
            'Se uma instrução ali tiver "Effect": "Allow" e "Principal": "*", ela deixa qualquer pessoa ler. Escolha “Edit”, remova essa instrução e escolha “Save changes”. Se for a única, escolha “Delete”.',
          ],
          why: 'Com links privados, ninguém além do triage.ai precisa ler. O Block Public Access barra uma política assim, mas só enquanto está ativado.',
          opens: null,
        }
      : {
          title: 'Permitir que os links abram: a política do bucket',
          actions: [
            `Na lista de buckets, escolha ${theBucket(facts)} e depois a aba “Permissions”. Em “Bucket policy”, escolha “Edit”.`,
            'Cole o documento abaixo e escolha “Save changes”.',
            `Você não precisa do “Policy generator”. Isto é o que ele gera para o tipo “S3 Bucket Policy” com o principal “*”, a ação “GetObject” e o ARN “${arn(facts)}”.`,
            'Se o bucket já tiver uma política, não a substitua: adicione à lista dela a instrução deste documento, a parte entre { } abaixo de “Statement”.',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'Na China, a AWS só deixa estranhos lerem de contas com um registro ICP. Peça-o à AWS China se os links forem recusados.',
                ]
              : []),
          ],
          why: 'Sem ela, quem abre o link de um anexo recebe “Access Denied”.',
          opens: `Quem tem um link pode ler aquele anexo, sem entrar em conta nenhuma. ${
            facts.keyPrefix
              ? `Isso vale para tudo o que está abaixo de “${facts.keyPrefix}” neste bucket, e para nada mais.`
              : 'Isso vale para tudo o que está neste bucket, por isso não guarde mais nada nele.'
          } Ninguém pode listar o bucket, e não é possível adivinhar nenhum link.`,
        },

  cors: (facts) => ({
    title: 'Permitir que navegadores enviem: CORS',
    actions: [
      `Abra ${theBucket(facts)}, vá até o fim da aba “Permissions”, em “Cross-origin resource sharing (CORS)”, e escolha “Edit”.`,
      'Cole o documento abaixo e escolha “Save changes”.',
    ],
    why: 'Os arquivos vão direto do navegador para o S3. Um navegador só faz isso onde o bucket diz que pode: PUT salva um arquivo, GET e HEAD o leem, DELETE o remove.',
    opens:
      facts.links === 'private'
        ? 'Uma página de qualquer site pode enviar solicitações ao bucket, mas todas são recusadas sem uma assinatura do triage.ai.'
        : 'Uma página de qualquer site pode enviar solicitações ao bucket, mas todas, exceto a leitura por um link, são recusadas sem uma assinatura do triage.ai.',
  }),

  'iam-policy': (facts) => ({
    title: 'Escrever a política do IAM',
    actions: [
      'Digite “IAM” na barra de pesquisa e abra-o. Escolha “Policies” à esquerda e depois “Create policy”.',
      'Ao lado de “Policy editor”, escolha “JSON”. Substitua o que está lá pelo documento abaixo e escolha “Next”.',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            'No editor “Visual” seria o mesmo que: o serviço “S3”, em “Write” as ações “PutObject” e “DeleteObject”, e em “Resources”, “Add ARNs”, o nome do bucket com “Any” para os objetos.',
          ]),
      `Em “Policy name”, ${likeTheBucket(facts)}. Descreva para que serve, por exemplo “Attachments of triage.ai”, e escolha “Create policy”.`,
    ],
    why: `Ela permite que a chave das próximas etapas faça isto ${
      facts.keyPrefix ? `abaixo de “${facts.keyPrefix}”, ` : ''
    }${facts.bucket ? `no bucket “${facts.bucket}”` : 'no seu bucket'}, e nada mais: ${allowed(facts)}.${
      facts.links === 'private' ? ' Ela lê porque só pode assinar links para o que ela mesma pode ler.' : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'Criar o usuário do IAM',
    actions: [
      'No IAM, escolha “Users” à esquerda e depois “Create user”.',
      `Em “User name”, ${likeTheBucket(facts)}, para encontrar o que anda junto. Ele não precisa de acesso ao AWS Management Console. Escolha “Next”.`,
      `Escolha “Attach policies directly”, procure ${
        facts.bucket ? `“${facts.bucket}”` : 'a política da etapa anterior'
      }, marque-a e escolha “Next”.`,
      'Deixe as demais configurações como estão e escolha “Create user”.',
    ],
    why: 'Com um usuário próprio, o triage.ai é o único que altera o bucket, e a chave dele não pode fazer mais nada na sua conta.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'Criar a chave de acesso',
    actions: [
      `Na lista “Users”, escolha ${
        facts.bucket ? `“${facts.bucket}”` : 'o usuário'
      }. No “Summary” dele, em “Access key 1”, escolha “Create access key”.`,
      'Escolha “Third-party service”, marque “I understand the above recommendation and want to proceed to create an access key” e escolha “Next”.',
      'Descreva para que serve a chave, por exemplo “Attachments of triage.ai”, e escolha “Create access key”.',
      'Copie “Access key” e “Secret access key” aqui para o formulário, ou escolha “Download .csv file” e solte esse arquivo no formulário. Só então escolha “Done”.',
      'Agora o formulário tem os quatro valores. Salve-os, e os novos anexos serão salvos no bucket.',
    ],
    why: 'A AWS mostra o segredo só desta vez. Se ele se perder, ou tiver sido copiado errado, desative a chave e crie outra. É recomendável substituir a chave de vez em quando. Se um dia os envios falharem, o motivo costuma ser uma chave errada ou uma das políticas: a verificação aqui diz qual.',
    opens: `Quem tem os dois valores pode ${allowed(facts)}, e nada mais na sua conta. Exclua o arquivo .csv quando eles estiverem salvos aqui.`,
  }),
};
