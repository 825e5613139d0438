import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

/** The words on IAM policies, bucket policies, and those of an organisation, in Spanish. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'La clave de acceso no puede guardar archivos en este bucket',
    cause: causeOf(d, 's3:PutObject', 'eliminar'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'La clave de acceso no puede eliminar archivos de este bucket',
    cause: `${causeOf(d, 's3:DeleteObject', 'guardar')}${d.leftBehind ? ` Un objeto de prueba se queda en el bucket, en ${d.leftBehind}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['Después compruebe de nuevo: eso elimina también el objeto de prueba.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'La clave de acceso no puede limpiar tras archivos grandes'
      : 'La clave de acceso no puede consultar qué llegó de un archivo grande',
    cause: `Los archivos grandes se cargan de todos modos. Pero ${d.actions.map((action) => lostWithout[action]).join(' Y ')}`,
    remedy: [
      remedyOfParts(d),
      'O desmarque los permisos para archivos grandes en «Opciones avanzadas», si puede prescindir de ellos.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS denegó el acceso',
    cause: d.action
      ? `${user(d.principal)} no puede hacer ${d.action}${on(d)}.`
      : 'AWS no dijo qué permiso falta.',
    remedy: [
      d.action
        ? `${openPolicy}, y compárela con la de la guía: «Action» debe contener ${d.action}.`
        : `${openPolicy}, y compárela con la de la guía.`,
      'En la consola de S3 abra el bucket, «Permissions», y compare también la política del bucket.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'La política de AWS de su organización lo prohíbe',
    cause: `${user(d.principal)} no puede hacer ${d.action ?? 'esto'}${on(d)}, porque una política de la organización de AWS (de control de servicios o de recursos) está por encima de las de la cuenta. Ningún cambio en esta cuenta ni en esta página puede levantarla.`,
    remedy: [
      `Pida a quien administre AWS Organizations en su empresa que permita ${d.action ?? 's3:PutObject y s3:DeleteObject'} para esta cuenta, e indique el ID de solicitud.`,
      'Si solo algunas regiones están cerradas, sirve un bucket en una región permitida.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    'sin s3:AbortMultipartUpload las partes de una carga abandonada no se pueden quitar sin más: algunas pueden quedarse en el bucket, sin verse, y cobrarse.',
  's3:ListMultipartUploadParts':
    'sin s3:ListMultipartUploadParts no se puede preguntar a S3 qué llegó de una carga interrumpida: lo que el navegador no recuerda se envía de nuevo.',
};

const on = ({ resource }: { resource?: string | undefined }) => (resource ? ` en ${resource}` : '');

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' y ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `Lo que lo rechaza no es la política de la guía, sino ${
      first?.kind === 'step' && first.step === 'bucket-policy'
        ? 'la política del bucket'
        : 'una que está por encima de ella'
    }. Haga que permita ${actions}, o consulte a quien administre la cuenta de AWS.`;
  }
  if (d.explicitDeny) {
    return `En la consola de AWS abra IAM, «Users», el usuario, «Permissions», y busque en sus políticas «Effect»: "Deny" sobre ${actions}. Quítelo, o exceptúe de ello este bucket.`;
  }
  return `${openPolicy}, y añada ${actions} a «Action». «Next», «Save changes».`;
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const who = user(d.principal);
  if (d.explicitDeny) {
    const whom = d.principal ? `al usuario ${d.principal}` : 'al usuario de esta clave';
    return `${kinds[d.policy ?? 'identity']} deniega ${whom} la acción ${action}${on(d)}. Lo que se deniega sigue denegado, aunque otra política lo permita.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} es de una cuenta distinta a la del bucket, y la política del bucket no le permite ${action}${on(d)}.`;
    case 'boundary':
      return `${who} tiene un límite de permisos, y este no incluye ${action}${on(d)}. Lo que queda fuera de un límite se rechaza, permitan lo que permitan las políticas.`;
    case 'session':
      return `Esta es una clave temporal, y su política de sesión no incluye ${action}${on(d)}.`;
    case 'endpoint':
      return `La solicitud pasa por un punto de conexión de VPC de su red, y su política no permite ${action}${on(d)}.`;
  }
  if (d.otherAction === 'allowed') {
    return isBare(d)
      ? `${who} puede ${otherWord} archivos, así que su política está en vigor y nombra el bucket correcto. O falta ${action} en ella, o la política del bucket lo deniega.`
      : `${who} puede ${otherWord} archivos, así que su política está en vigor y nombra el bucket correcto. Solo falta ${action} en ella.`;
  }
  const said = d.principal || d.policy ? '' : 'S3 solo dijo «Access Denied». ';
  if (d.otherAction === 'refused') {
    return `${said}${who} no puede guardar ni eliminar: ninguna política permite ${action}${on(d)}. Así que la política no llega a este usuario o no llega a estos archivos.`;
  }
  return said
    ? `${said}Lo más frecuente es que la política del usuario no permita ${action}${on(d)}.`
    : `${who} no tiene ninguna política que permita ${action}${on(d)}.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'Una política del usuario',
  bucket: 'La política del bucket',
  boundary: 'El límite de permisos del usuario',
  session: 'La política de sesión de esta clave temporal',
  endpoint: 'La política del punto de conexión de VPC',
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
      `En la consola de AWS abra IAM, «Users», el usuario, «Permissions», y busque en sus políticas y en las de sus grupos «Effect»: "Deny" sobre ${action}. Quítelo, o exceptúe de ello este bucket.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `O busque en la consola de S3, bucket, «Permissions», «Bucket policy», un «Effect»: "Deny" sobre ${action}, y quítelo.`;
    return [
      `${openPolicy}, y añada ${action} a «Action». «Next», «Save changes».`,
      ...(isBare(d) ? [denied] : []),
      justChanged,
    ];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `«Resource» de la política no termina en /*, o nombra otro bucket u otro prefijo. ${files ? `Debe ser ${files}/*.` : 'Debe ser arn:aws:s3:::, el nombre del bucket y /*.'}`;
  const attached =
    'la política no está asociada al usuario de esta clave. En IAM abra «Users», el usuario, «Permissions», «Add permissions», «Attach policies directly».';
  const actions = 'en «Action» de la política faltan s3:PutObject y s3:DeleteObject.';
  const foreign = 'el bucket pertenece a otra cuenta de AWS. Búsquelo en la lista de la consola de S3.';
  const denial = `la política del bucket contiene «Effect»: "Deny" sobre ${action}. Quítelo, o exceptúe de ello a este usuario.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`en «Action» de la política falta ${action}.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'Una de estas causas: ' : 'O: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `quite la instrucción que deniega ${action}` : `añada ${action}`;
  return {
    bucket: [
      denied
        ? `En la consola de S3 abra el bucket, «Permissions», «Bucket policy», «Edit», y quite la instrucción con «Effect»: "Deny" sobre ${action}, o exceptúe de ella a este usuario. Mire también su «Condition»: puede exigir una dirección o cifrado (TLS).`
        : 'Cree el usuario de IAM y su clave en la cuenta en la que está el bucket e introduzca aquí esa clave; o introduzca un bucket de esta cuenta.',
    ],
    boundary: [
      `En la consola de AWS abra IAM, «Users», el usuario, «Permissions», «Permissions boundary», y en la política que se nombra allí ${allow}, o quite el límite.`,
      'Si no tiene permiso para eso, consulte a quien administre la cuenta de AWS.',
      justChanged,
    ],
    session: ['Cree una clave de acceso duradera para el usuario de IAM e introduzca aquí sus dos valores.'],
    endpoint: [
      `En la consola de AWS abra «VPC», «Endpoints», el punto de conexión para S3, «Policy», «Edit policy», y ${allow} para este bucket.`,
      'O consulte a quien administre la red.',
    ],
  };
}
