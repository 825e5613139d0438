import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

/** The words on IAM policies, bucket policies, and those of an organisation, in Brazilian Portuguese. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'A chave de acesso não pode salvar arquivos neste bucket',
    cause: causeOf(d, 's3:PutObject', 'excluir'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'A chave de acesso não pode excluir arquivos deste bucket',
    cause: `${causeOf(d, 's3:DeleteObject', 'salvar')}${d.leftBehind ? ` Um objeto de teste fica no bucket, em ${d.leftBehind}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['Depois verifique novamente: isso exclui também o objeto de teste.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'A chave de acesso não pode limpar após arquivos grandes'
      : 'A chave de acesso não pode consultar o que chegou de um arquivo grande',
    cause: `Os arquivos grandes são enviados mesmo assim. Mas ${d.actions.map((action) => lostWithout[action]).join(' E ')}`,
    remedy: [
      remedyOfParts(d),
      'Ou desmarque as permissões para arquivos grandes em “Avançado”, se puder ficar sem elas.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'A AWS negou o acesso',
    cause: d.action
      ? `${user(d.principal)} não pode fazer ${d.action}${on(d)}.`
      : 'A AWS não disse qual permissão falta.',
    remedy: [
      d.action
        ? `${openPolicy}, e compare-a com a do guia: “Action” precisa conter ${d.action}.`
        : `${openPolicy}, e compare-a com a do guia.`,
      'No console do S3, abra o bucket, “Permissions”, e compare também a política do bucket.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'A política da AWS da sua organização proíbe isto',
    cause: `${user(d.principal)} não pode fazer ${d.action ?? 'isto'}${on(d)}, porque uma política da organização da AWS (de controle de serviços ou de recursos) está acima das da conta. Nenhuma alteração nesta conta ou nesta página pode suspendê-la.`,
    remedy: [
      `Peça a quem administra o AWS Organizations na sua empresa que permita ${d.action ?? 's3:PutObject e s3:DeleteObject'} para esta conta, e informe o ID da solicitação.`,
      'Se só algumas regiões estão fechadas, um bucket em uma região permitida resolve.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    'sem s3:AbortMultipartUpload, as partes de um envio abandonado não podem ser simplesmente removidas: algumas podem ficar no bucket, sem serem vistas, e ser cobradas.',
  's3:ListMultipartUploadParts':
    'sem s3:ListMultipartUploadParts, não é possível perguntar ao S3 o que chegou de um envio interrompido: o que o navegador não lembra é enviado novamente.',
};

const on = ({ resource }: { resource?: string | undefined }) => (resource ? ` em ${resource}` : '');

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' e ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `O que recusa isso não é a política do guia, mas ${
      first?.kind === 'step' && first.step === 'bucket-policy'
        ? 'a política do bucket'
        : 'uma que está acima dela'
    }. Faça com que ela permita ${actions}, ou fale com quem administra a conta da AWS.`;
  }
  if (d.explicitDeny) {
    return `No console da AWS, abra o IAM, “Users”, o usuário, “Permissions”, e procure nas políticas dele “Effect”: "Deny" sobre ${actions}. Retire isso, ou abra uma exceção para este bucket.`;
  }
  return `${openPolicy}, e adicione ${actions} a “Action”. “Next”, “Save changes”.`;
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const who = user(d.principal);
  if (d.explicitDeny) {
    const whom = d.principal ? `ao usuário ${d.principal}` : 'ao usuário desta chave';
    return `${kinds[d.policy ?? 'identity']} nega ${whom} a ação ${action}${on(d)}. O que é negado continua negado, mesmo que outra política permita.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} é de uma conta diferente da do bucket, e a política do bucket não lhe permite ${action}${on(d)}.`;
    case 'boundary':
      return `${who} tem um limite de permissões, e ele não inclui ${action}${on(d)}. O que fica fora de um limite é recusado, seja o que for que as políticas permitam.`;
    case 'session':
      return `Esta é uma chave temporária, e a política de sessão dela não inclui ${action}${on(d)}.`;
    case 'endpoint':
      return `A solicitação passa por um endpoint da VPC da sua rede, e a política dele não permite ${action}${on(d)}.`;
  }
  if (d.otherAction === 'allowed') {
    return isBare(d)
      ? `${who} pode ${otherWord} arquivos, portanto a política dele está em vigor e cita o bucket certo. Ou ${action} falta nela, ou a política do bucket o nega.`
      : `${who} pode ${otherWord} arquivos, portanto a política dele está em vigor e cita o bucket certo. Só ${action} falta nela.`;
  }
  const said = d.principal || d.policy ? '' : 'O S3 só disse “Access Denied”. ';
  if (d.otherAction === 'refused') {
    return `${said}${who} não pode salvar nem excluir: nenhuma política permite ${action}${on(d)}. Portanto, a política não alcança este usuário ou não alcança estes arquivos.`;
  }
  return said
    ? `${said}Na maioria das vezes, a política do usuário não permite ${action}${on(d)}.`
    : `${who} não tem nenhuma política que permita ${action}${on(d)}.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'Uma política do usuário',
  bucket: 'A política do bucket',
  boundary: 'O limite de permissões do usuário',
  session: 'A política de sessão desta chave temporária',
  endpoint: 'A política do endpoint da VPC',
};

/** S3 said no more than “Access Denied”. */
function isBare(d: Refused): boolean {
  return !(d.principal || d.resource || d.policy);
}

function remedyOf(d: Refused, action: string): DiagnosisWords['remedy'] {
  const elsewhere = d.policy && d.policy !== 'identity' ? remedies(action, d.explicitDeny)[d.policy] : null;
  if (elsewhere) return elsewhere;
  if (d.explicitDeny) {
    return [
      `No console da AWS, abra o IAM, “Users”, o usuário, “Permissions”, e procure nas políticas dele e nas dos grupos dele “Effect”: "Deny" sobre ${action}. Retire isso, ou abra uma exceção para este bucket.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `Ou procure no console do S3, bucket, “Permissions”, “Bucket policy”, um “Effect”: "Deny" sobre ${action}, e retire-o.`;
    return [
      `${openPolicy}, e adicione ${action} a “Action”. “Next”, “Save changes”.`,
      ...(isBare(d) ? [denied] : []),
      justChanged,
    ];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `“Resource” da política não termina em /*, ou cita outro bucket ou outro prefixo. ${files ? `Precisa ser ${files}/*.` : 'Precisa ser arn:aws:s3:::, o nome do bucket e /*.'}`;
  const attached =
    'a política não está anexada ao usuário desta chave. No IAM, abra “Users”, o usuário, “Permissions”, “Add permissions”, “Attach policies directly”.';
  const actions = 'em “Action” da política faltam s3:PutObject e s3:DeleteObject.';
  const foreign = 'o bucket pertence a outra conta da AWS. Procure-o na lista do console do S3.';
  const denial = `a política do bucket contém “Effect”: "Deny" sobre ${action}. Retire isso, ou abra uma exceção para este usuário.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`em “Action” da política falta ${action}.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'Uma destas causas: ' : 'Ou: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `retire a instrução que nega ${action}` : `adicione ${action}`;
  return {
    bucket: [
      denied
        ? `No console do S3, abra o bucket, “Permissions”, “Bucket policy”, “Edit”, e retire a instrução com “Effect”: "Deny" sobre ${action}, ou abra uma exceção para este usuário. Veja também o “Condition” dela: pode exigir um endereço ou criptografia (TLS).`
        : 'Crie o usuário do IAM e a chave dele na conta em que está o bucket e informe essa chave aqui; ou informe um bucket desta conta.',
    ],
    boundary: [
      `No console da AWS, abra o IAM, “Users”, o usuário, “Permissions”, “Permissions boundary”, e na política citada ali ${allow}, ou remova o limite.`,
      'Se você não pode fazer isso, fale com quem administra a conta da AWS.',
      justChanged,
    ],
    session: [
      'Crie uma chave de acesso duradoura para o usuário do IAM e informe aqui os dois valores dela.',
    ],
    endpoint: [
      `No console da AWS, abra “VPC”, “Endpoints”, o endpoint para o S3, “Policy”, “Edit policy”, e ${allow} para este bucket.`,
      'Ou fale com quem administra a rede.',
    ],
  };
}
