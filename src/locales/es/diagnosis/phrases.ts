/** What AWS needs after a change: IAM passes it on with a delay. */
export const justChanged =
  'Si acaba de cambiar la clave o la política, espere medio minuto y compruebe de nuevo: AWS necesita unos segundos para aplicarlo.';

/** Where a policy is edited. */
export const openPolicy = 'En la consola de AWS abra IAM, «Policies», la política para triage.ai, «Edit»';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `El usuario ${arn}` : 'El usuario de IAM de esta clave de acceso';
