import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = 'En la consola de S3 abra el bucket, pestaña «Permissions»';
const kms =
  'En la consola de AWS abra «Key Management Service», «Customer managed keys», la clave del bucket';
const toS3Managed =
  'abra el bucket, «Properties», «Default encryption», «Edit», «Server-side encryption with Amazon S3 managed keys (SSE-S3)», «Save changes».';
const s3Managed = `O prescinda de esa clave: en la consola de S3 ${toS3Managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in, in Spanish. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `No hay ningún bucket llamado «${d.bucket}»`,
    cause: 'El nombre está mal escrito, o el bucket se eliminó.',
    remedy: ['En la consola de S3 compare el nombre letra por letra y corríjalo aquí.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `«${d.bucket}» no puede ser el nombre de un bucket`,
    cause: 'Los nombres tienen de 3 a 63 letras minúsculas, dígitos, puntos y guiones.',
    remedy: d.name
      ? [`Introduzca solo el nombre, que parece ser ${d.name}.`]
      : ['Copie el nombre de la lista de buckets de la consola de S3.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `El bucket «${d.bucket}» pertenece a otra cuenta de AWS`,
    cause: d.account
      ? `La clave de acceso es de la cuenta ${d.account}, y el bucket no. Su propietario decide qué se puede hacer con él y lee lo que contiene.`
      : 'La clave de acceso y el bucket son de dos cuentas. El propietario del bucket decide qué se puede hacer con él y lee lo que contiene.',
    remedy: [
      'Busque el bucket en la consola de S3 de su cuenta. Si no está allí, otra persona tomó ese nombre: introduzca el nombre del suyo.',
      'Si el bucket está en otra cuenta suya, cree en ella el usuario de IAM y su clave e introdúzcalos aquí.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region
          ? `«${d.region}» no es el código de una región de AWS`
          : 'No se introdujo ninguna región de AWS',
        cause:
          'Un código es lo que aparece detrás del nombre de la región en la consola de AWS, como us-east-1.',
        remedy: [
          d.expected
            ? `Ponga «Región de AWS» en ${d.expected}, que parece ser la deseada, y guarde.`
            : 'La consola de S3 muestra la región de cada bucket en su lista: introduzca su código y guarde.',
        ],
      };
    }
    return {
      title: d.expected
        ? `El bucket está en ${d.expected}, no en ${d.region}`
        : `El bucket no está en ${d.region}`,
      cause: 'S3 solo acepta archivos en la dirección de la región en la que se creó el bucket.',
      remedy: [
        d.expected
          ? `Ponga «Región de AWS» en ${d.expected} y guarde.`
          : 'La consola de S3 muestra la región de cada bucket en su lista: introduzca esa y guarde.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}: «Block all public access» debe estar desactivado. También puede estar activado para toda la cuenta: «Block Public Access settings for this account».`;
    const policy = `${permissions}: compare «Bucket policy» con la de la guía. Debe existir, permitir s3:GetObject a todo el mundo ("*"), terminar en /* y no denegar nada.`;
    const causes = {
      allowed:
        'S3 lo muestra a su propia clave, pero no al público. Así que lo más probable es que Block Public Access esté activado. Si no lo está, la política del bucket nombra solo a su usuario, o su clave puede leer por una política propia.',
      refused:
        'S3 no lo muestra ni al público ni a su propia clave. Así que la política del bucket falta, no cubre estos archivos o los deniega. Mientras Block Public Access está activado, AWS no la guarda.',
      untold:
        'S3 se niega a mostrarlo al público. O la política del bucket falta o no cubre estos archivos, o Block Public Access está activado; S3 no dice cuál de las dos cosas.',
    };
    return {
      title: 'El archivo está guardado, pero su enlace no se puede abrir',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'Los enlaces están configurados como privados, pero los archivos se pueden leer sin ellos',
    cause: `El bucket «${d.bucket}» muestra sus archivos a quien conozca su dirección. Mientras lo haga, los enlaces privados no protegen nada.`,
    remedy: [
      `${permissions}, «Bucket policy», «Edit», y elimine la instrucción que permite s3:GetObject a todo el mundo («Principal»: "*").`,
      'Después active «Block all public access» en la misma pestaña.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access no deja guardar esta política del bucket',
    cause: 'La política abre archivos al público, y «Block public access» sigue activado para el bucket.',
    remedy: [
      `${permissions}, «Block public access (bucket settings)», «Edit»: desmarque «Block all public access», «Save changes».`,
      'Si está activado para toda la cuenta: «Block Public Access settings for this account», a la izquierda.',
      'Después guarde de nuevo la política del bucket.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'Cualquier persona del mundo puede guardar archivos en este bucket',
    cause: `El bucket «${d.bucket}» aceptó un archivo sin ninguna clave. Los desconocidos pueden llenarlo a su costa, o publicar archivos en su nombre.`,
    remedy: [
      `${permissions}, «Bucket policy», «Edit»: la única «Action» para todo el mundo debe ser s3:GetObject. Compárela con la de la guía y guarde.`,
      'En la misma pestaña, en «Object Ownership», elija «ACLs disabled».',
      ...(d.leftBehind
        ? [`Elimine el archivo de prueba que la comprobación no pudo quitar: ${d.leftBehind}.`]
        : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'Cualquier persona del mundo puede listar los archivos de este bucket',
    cause: `El bucket «${d.bucket}» muestra los nombres de todos sus archivos sin ninguna clave, por lo que cualquier archivo adjunto se puede encontrar y abrir.`,
    remedy: [
      `${permissions}, «Bucket policy», «Edit»: quite s3:ListBucket y s3:* de lo que todo el mundo puede hacer. Compárela con la de la guía y guarde.`,
      'En la misma pestaña, en «Object Ownership», elija «ACLs disabled».',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'La clave de acceso no puede usar la clave de cifrado del bucket',
    cause: `El bucket cifra con una clave de AWS KMS${d.resource ? ` (${d.resource})` : ''}, y el usuario de IAM no tiene permitido ${d.action ?? 'usarla'}.`,
    remedy: [`${kms}, «Key users», «Add», y añada el usuario de IAM para triage.ai.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'La clave de cifrado del bucket no se puede usar',
    cause: `El bucket cifra con una clave de AWS KMS que está desactivada, pendiente de eliminación o ya no existe${d.s3?.code ? `; S3 dijo «${d.s3.code}»` : ''}.`,
    remedy: [`${kms}, «Key actions»: «Enable», o «Cancel key deletion».`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'El cifrado del bucket impide abrir los enlaces',
    cause:
      'Los archivos cifrados con una clave de AWS KMS solo se pueden leer con una firma, por lo que no funcionan los enlaces que cualquiera puede abrir.',
    remedy: [
      `En la consola de S3 ${toS3Managed} Los archivos ya guardados se quedan como están.`,
      'O elija enlaces privados en esta configuración.',
    ],
  }),
  object_locked: (d) => ({
    title: 'S3 mantiene este archivo bloqueado',
    cause: `El bucket «${d.bucket}» tiene Object Lock: hasta que termine su retención, un archivo guardado no se puede eliminar ni reemplazar.`,
    remedy: [
      'Si eso no es lo que se quiere: en la consola de S3 abra el bucket, «Properties», «Object Lock», «Edit», y desactive «Default retention».',
      'O use para los archivos adjuntos un bucket sin Object Lock.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'La carga llevaba una ACL, y el bucket no acepta ninguna',
    cause:
      '«Object Ownership» del bucket es «Bucket owner enforced», como recomienda AWS. triage.ai no envía ninguna ACL, así que algo por el camino añade un encabezado x-amz-acl.',
    remedy: [
      'Pregunte a los responsables del servidor qué proxy o página añade x-amz-acl, y pida que lo quiten.',
      'Deje «Object Ownership» como está: las ACLs no hacen falta.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS cerró el acceso',
    cause: `Todo acceso al bucket «${d.bucket}» o a su cuenta de AWS está desactivado${d.s3?.code ? `; S3 dijo «${d.s3.code}»` : ''}. El bucket puede ser de otra persona, o la cuenta puede estar suspendida, todavía sin activar o tener una factura pendiente.`,
    remedy: [
      'Compare el nombre del bucket con la lista de la consola de S3.',
      'En la consola de AWS mire en «Billing and Cost Management» y en los correos al titular de la cuenta; después consulte al soporte de AWS, con el ID de solicitud.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: ' El propio S3 lo muestra al público, así que es esa dirección, o lo que responde allí.',
    refused: ' El propio S3 tampoco lo muestra al público.',
    untold: '',
  };
  return {
    title: 'El archivo está guardado, pero su enlace no se puede abrir',
    cause: `Los enlaces llevan a la URL base pública, y ${host} no muestra el archivo.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'Compruebe que «URL base pública» sea la dirección en la que su CDN muestra este bucket, hasta donde empiezan los nombres de sus archivos.',
      'En la CDN, compruebe que su origen sea este bucket, sin una carpeta («Origin path»), y que no pida a los lectores inicio de sesión, URL firmada ni cookie.',
      ...(d.direct === 'allowed'
        ? ['O deje «URL base pública» vacía: los enlaces llevan entonces a S3 directamente.']
        : [
            `${permissions}: «Bucket policy» debe permitir s3:GetObject a la CDN, o a todo el mundo como en la guía; para esto último, «Block all public access» debe estar desactivado.`,
          ]),
    ],
  };
}
