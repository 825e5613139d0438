import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = 'No console do S3, abra o bucket, aba “Permissions”';
const kms = 'No console da AWS, abra “Key Management Service”, “Customer managed keys”, a chave do bucket';
const toS3Managed =
  'abra o bucket, “Properties”, “Default encryption”, “Edit”, “Server-side encryption with Amazon S3 managed keys (SSE-S3)”, “Save changes”.';
const s3Managed = `Ou dispense essa chave: no console do S3, ${toS3Managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in, in Brazilian Portuguese. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `Não há nenhum bucket chamado “${d.bucket}”`,
    cause: 'O nome foi digitado errado, ou o bucket foi excluído.',
    remedy: ['No console do S3, compare o nome letra por letra e corrija-o aqui.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `“${d.bucket}” não pode ser o nome de um bucket`,
    cause: 'Os nomes têm de 3 a 63 letras minúsculas, dígitos, pontos e hifens.',
    remedy: d.name
      ? [`Informe só o nome, que parece ser ${d.name}.`]
      : ['Copie o nome da lista de buckets do console do S3.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `O bucket “${d.bucket}” pertence a outra conta da AWS`,
    cause: d.account
      ? `A chave de acesso é da conta ${d.account}, e o bucket não. O proprietário dele decide o que pode ser feito com ele e lê o que está nele.`
      : 'A chave de acesso e o bucket são de duas contas. O proprietário do bucket decide o que pode ser feito com ele e lê o que está nele.',
    remedy: [
      'No console do S3 da sua conta, procure o bucket. Se ele não estiver lá, outra pessoa já pegou esse nome: informe o nome do seu.',
      'Se o bucket está em outra conta sua, crie o usuário do IAM e a chave dele nessa conta e informe-os aqui.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region
          ? `“${d.region}” não é o código de uma região da AWS`
          : 'Nenhuma região da AWS foi informada',
        cause: 'Um código é o que aparece depois do nome da região no console da AWS, como us-east-1.',
        remedy: [
          d.expected
            ? `Defina “Região da AWS” como ${d.expected}, que parece ser a desejada, e salve.`
            : 'O console do S3 mostra a região de cada bucket na lista: informe o código dela e salve.',
        ],
      };
    }
    return {
      title: d.expected
        ? `O bucket está em ${d.expected}, não em ${d.region}`
        : `O bucket não está em ${d.region}`,
      cause: 'O S3 só aceita arquivos no endereço da região em que o bucket foi criado.',
      remedy: [
        d.expected
          ? `Defina “Região da AWS” como ${d.expected} e salve.`
          : 'O console do S3 mostra a região de cada bucket na lista: informe essa e salve.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}: “Block all public access” precisa estar desativado. Ele também pode estar ativado para a conta inteira: “Block Public Access settings for this account”.`;
    const policy = `${permissions}: compare “Bucket policy” com a do guia. Ela precisa existir, permitir s3:GetObject a todos ("*"), terminar em /* e não negar nada.`;
    const causes = {
      allowed:
        'O S3 o mostra à sua própria chave, mas não ao público. Então, muito provavelmente, o Block Public Access está ativado. Se não estiver, a política do bucket cita só o seu usuário, ou a sua chave pode ler por uma política própria.',
      refused:
        'O S3 não o mostra nem ao público nem à sua própria chave. Então a política do bucket falta, não cobre estes arquivos ou os nega. Enquanto o Block Public Access está ativado, a AWS não a salva.',
      untold:
        'O S3 se recusa a mostrá-lo ao público. Ou a política do bucket falta ou não cobre estes arquivos, ou o Block Public Access está ativado; o S3 não diz qual dos dois.',
    };
    return {
      title: 'O arquivo está salvo, mas o link dele não pode ser aberto',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'Os links estão definidos como privados, mas os arquivos podem ser lidos sem eles',
    cause: `O bucket “${d.bucket}” mostra os arquivos a quem souber o endereço deles. Enquanto for assim, links privados não protegem nada.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”, e exclua a instrução que permite s3:GetObject a todos (“Principal”: "*").`,
      'Depois ative “Block all public access” na mesma aba.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'O Block Public Access não deixa salvar esta política do bucket',
    cause: 'A política abre arquivos ao público, e “Block public access” ainda está ativado para o bucket.',
    remedy: [
      `${permissions}, “Block public access (bucket settings)”, “Edit”: desmarque “Block all public access”, “Save changes”.`,
      'Se estiver ativado para a conta inteira: “Block Public Access settings for this account”, à esquerda.',
      'Depois salve a política do bucket novamente.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'Qualquer pessoa no mundo pode salvar arquivos neste bucket',
    cause: `O bucket “${d.bucket}” aceitou um arquivo sem nenhuma chave. Estranhos podem enchê-lo às suas custas, ou publicar arquivos em seu nome.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”: a única “Action” para todos deve ser s3:GetObject. Compare-a com a do guia e salve.`,
      'Na mesma aba, em “Object Ownership”, escolha “ACLs disabled”.',
      ...(d.leftBehind
        ? [`Exclua o arquivo de teste que a verificação não conseguiu retirar: ${d.leftBehind}.`]
        : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'Qualquer pessoa no mundo pode listar os arquivos deste bucket',
    cause: `O bucket “${d.bucket}” mostra os nomes de todos os arquivos sem nenhuma chave, por isso qualquer anexo pode ser encontrado e aberto.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”: remova s3:ListBucket e s3:* do que todos podem fazer. Compare-a com a do guia e salve.`,
      'Na mesma aba, em “Object Ownership”, escolha “ACLs disabled”.',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'A chave de acesso não pode usar a chave de criptografia do bucket',
    cause: `O bucket criptografa com uma chave do AWS KMS${d.resource ? ` (${d.resource})` : ''}, e o usuário do IAM não tem permissão para ${d.action ?? 'usá-la'}.`,
    remedy: [`${kms}, “Key users”, “Add”, e adicione o usuário do IAM para o triage.ai.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'A chave de criptografia do bucket não pode ser usada',
    cause: `O bucket criptografa com uma chave do AWS KMS que está desativada, aguardando exclusão ou que não existe mais${d.s3?.code ? `; o S3 disse “${d.s3.code}”` : ''}.`,
    remedy: [`${kms}, “Key actions”: “Enable”, ou “Cancel key deletion”.`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'A criptografia do bucket impede que os links sejam abertos',
    cause:
      'Arquivos criptografados com uma chave do AWS KMS só podem ser lidos com uma assinatura, por isso links que qualquer pessoa pode abrir não funcionam.',
    remedy: [
      `No console do S3, ${toS3Managed} Os arquivos já salvos ficam como estão.`,
      'Ou escolha links privados nestas configurações.',
    ],
  }),
  object_locked: (d) => ({
    title: 'O S3 mantém este arquivo bloqueado',
    cause: `O bucket “${d.bucket}” tem Object Lock: até o fim da retenção, um arquivo salvo não pode ser excluído nem substituído.`,
    remedy: [
      'Se isso não é o desejado: no console do S3, abra o bucket, “Properties”, “Object Lock”, “Edit”, e desative “Default retention”.',
      'Ou use para os anexos um bucket sem Object Lock.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'O envio trazia uma ACL, e o bucket não aceita nenhuma',
    cause:
      '“Object Ownership” do bucket é “Bucket owner enforced”, como a AWS recomenda. O triage.ai não envia nenhuma ACL, então algo no caminho adiciona um cabeçalho x-amz-acl.',
    remedy: [
      'Pergunte a quem administra o servidor qual proxy ou página adiciona x-amz-acl, e peça que isso seja removido.',
      'Deixe “Object Ownership” como está: ACLs não são necessárias.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'A AWS fechou o acesso',
    cause: `Todo o acesso ao bucket “${d.bucket}” ou à conta da AWS dele está desativado${d.s3?.code ? `; o S3 disse “${d.s3.code}”` : ''}. O bucket pode ser de outra pessoa, ou a conta pode estar suspensa, ainda não ativada ou com uma fatura em aberto.`,
    remedy: [
      'Compare o nome do bucket com a lista no console do S3.',
      'No console da AWS, veja em “Billing and Cost Management” e nos e-mails ao titular da conta; depois fale com o suporte da AWS, com o ID da solicitação.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: ' O próprio S3 o mostra ao público, então é esse endereço, ou o que responde nele.',
    refused: ' O próprio S3 também não o mostra ao público.',
    untold: '',
  };
  return {
    title: 'O arquivo está salvo, mas o link dele não pode ser aberto',
    cause: `Os links levam à URL base pública, e ${host} não mostra o arquivo.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'Verifique se “URL base pública” é o endereço em que a sua CDN mostra este bucket, até onde começam os nomes dos arquivos dele.',
      'Na CDN, verifique se a origem dela é este bucket, sem uma pasta (“Origin path”), e se ela não exige dos leitores login, URL assinada nem cookie.',
      ...(d.direct === 'allowed'
        ? ['Ou deixe “URL base pública” vazia: os links levam então ao próprio S3.']
        : [
            `${permissions}: “Bucket policy” precisa permitir s3:GetObject à CDN, ou a todos como no guia; neste último caso, “Block all public access” precisa estar desativado.`,
          ]),
    ],
  };
}
