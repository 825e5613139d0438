/** What AWS needs after a change: IAM passes it on with a delay. */
export const justChanged =
  'Se você acabou de alterar a chave ou a política, espere meio minuto e verifique novamente: a AWS precisa de alguns segundos para aplicar a alteração.';

/** Where a policy is edited. */
export const openPolicy = 'No console da AWS, abra o IAM, “Policies”, a política para o triage.ai, “Edit”';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `O usuário ${arn}` : 'O usuário do IAM desta chave de acesso';
