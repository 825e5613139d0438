import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id}` : '');
const newKey =
  'Se você não o tem mais, crie uma nova chave de acesso: IAM, “Users”, o usuário, “Security credentials”, “Create access key”. Informe aqui os dois valores dela.';
const newKeyOfUser =
  'No console da AWS, abra o IAM, “Users”, o usuário para o triage.ai, “Security credentials”, “Create access key”, e informe aqui os dois valores dela.';

const whyUnavailable = {
  failed: 'O próprio servidor deveria fornecê-la, e isso falhou.',
  timeout: 'O próprio servidor deveria fornecê-la, e nada chegou em dez segundos.',
  malformed: 'O que veio no lugar dela não é uma chave de acesso com um segredo.',
  expired: 'A que foi fornecida já tinha expirado.',
};

/** The words on access keys and secrets, in Brazilian Portuguese. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'A AWS não conhece esta chave de acesso',
    cause: `A Access key ID${key(d.accessKeyId)} não existe, foi excluída ou está como “Inactive”.`,
    remedy: [
      'No console da AWS, abra o IAM, “Users”, o seu usuário, “Security credentials”, e compare a Access key ID caractere por caractere. Se ela estiver como “Inactive”, escolha “Actions”, “Activate”.',
      'Se ela não estiver lá, escolha “Create access key” e informe aqui os dois valores dela.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'A Secret access key está errada',
    cause: `A AWS conhece a Access key ID${key(d.accessKeyId)}, mas o segredo informado não é o que pertence a ela.`,
    remedy: [
      'Informe o segredo novamente; copie-o inteiro, sem espaços nem aspas.',
      `A AWS mostra um segredo só uma vez. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'A Secret access key não parece completa',
    cause:
      'Os segredos da Amazon são 40 letras, dígitos, “+” e “/”. O que foi informado é mais curto ou mais longo, ou contém um espaço, uma aspa, uma quebra de linha ou um caractere invisível que veio junto na cópia.',
    remedy: [
      'Informe o segredo novamente; copie-o inteiro, sem nada em volta.',
      `A AWS mostra um segredo só uma vez. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'O segredo salvo não pode mais ser lido',
    cause: 'Ele foi criptografado com uma chave que este servidor não tem mais.',
    remedy: ['Informe a Secret access key novamente e salve.', newKey],
  }),
  secret_needed: () => ({
    title: 'A Secret access key é necessária',
    cause:
      'Nenhum segredo está salvo para este bucket, esta chave de acesso e este endpoint em conjunto; um que foi salvo para outros não é usado para eles.',
    remedy: ['Informe a Secret access key.'],
  }),
  keys_removed: () => ({
    title: 'Não há mais chave de acesso',
    cause:
      'A chave de acesso foi removida das configurações. Os arquivos que estão no S3 ficam lá, mas o triage.ai não pode excluí-los nem assinar links para eles.',
    remedy: ['Informe uma Access key ID e o segredo dela nas configurações e salve.', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'O servidor não tem mais chave de acesso',
          cause:
            'Estas configurações foram salvas sem chave, porque o servidor fornecia a dele. Ele não fornece mais nenhuma.',
          remedy: [
            'Informe uma Access key ID e o segredo dela nas configurações e salve.',
            'Ou peça a quem administra o servidor que devolva a chave de acesso a ele.',
          ],
        }
      : {
          title: 'O servidor não consegue obter a chave de acesso dele',
          cause: whyUnavailable[d.problem],
          remedy: [
            'Avise quem administra o servidor: a chave de acesso não é informada aqui; o servidor a traz da função, da identidade ou do ambiente dele. O log do servidor diz o que deu errado.',
            'Não é preciso salvar nada: os envios voltam a funcionar assim que ela estiver disponível.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'A Access key ID não tem a forma que a AWS espera',
    cause: d.accessKeyId
      ? `As da Amazon são 20 letras maiúsculas e dígitos e começam com AKIA; ${d.accessKeyId} não é assim.`
      : 'Ela pode conter um espaço, uma barra, uma aspa, uma quebra de linha ou um caractere invisível, ou os dois campos da chave estão trocados.',
    remedy: [
      'No console da AWS, abra o IAM, “Users”, o usuário, “Security credentials”, e copie de lá a Access key ID: 20 letras e dígitos, começando com AKIA.',
      'Verifique se o segredo não está no campo da Access key ID.',
    ],
  }),
  credential_expired: () => ({
    title: 'Esta chave de acesso expirou',
    cause: 'É uma chave temporária. Os anexos precisam de uma duradoura, de um usuário do IAM.',
    remedy: [newKeyOfUser],
  }),
  credential_temporary: (d) => ({
    title: 'Esta é uma chave de acesso temporária',
    cause: `Chaves que começam com ASIA${d.accessKeyId ? `, como ${d.accessKeyId},` : ''} só funcionam com um token de sessão e param depois de algumas horas. Os anexos precisam de uma chave duradoura, que começa com AKIA.`,
    remedy: [newKeyOfUser],
  }),
  credentials_swapped: () => ({
    title: 'A Access key ID e o segredo estão trocados',
    cause: 'O que está no campo da Access key ID parece um segredo: 40 caracteres.',
    remedy: [
      'Informe os 20 caracteres que começam com AKIA como Access key ID, e os 40 caracteres como Secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'Esta chave pertence ao usuário raiz da conta da AWS',
    cause: `Ela funciona, mas pode fazer qualquer coisa na conta${key(d.account)}, e nada pode limitá-la. Se um dia ela vazar, tudo fica aberto.`,
    remedy: [
      'Crie um usuário do IAM com a política do guia, crie uma chave de acesso para ele e informe essa chave aqui.',
      'Depois exclua a chave do usuário raiz: no console da AWS, clique no nome da sua conta, “Security credentials”, “Access keys”.',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'Esta chave pode fazer mais do que precisa',
    cause: `Ela também tem permissão para ${d.action}. Para os anexos, basta salvar, excluir e, com links privados, ler objetos em um só bucket.`,
    remedy: [
      'No console da AWS, abra o IAM, “Users”, o usuário desta chave, “Permissions”, e remova políticas como AmazonS3FullAccess.',
      `Deixe só a política do guia. ${openPolicy}, para compará-la.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
