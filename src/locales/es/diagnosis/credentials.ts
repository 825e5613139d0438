import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id}` : '');
const newKey =
  'Si ya no lo tiene, cree una nueva clave de acceso: IAM, «Users», el usuario, «Security credentials», «Create access key». Introduzca aquí sus dos valores.';
const newKeyOfUser =
  'En la consola de AWS abra IAM, «Users», el usuario para triage.ai, «Security credentials», «Create access key», e introduzca aquí sus dos valores.';

const whyUnavailable = {
  failed: 'El propio servidor debía aportarla, y eso falló.',
  timeout: 'El propio servidor debía aportarla, y no llegó nada en diez segundos.',
  malformed: 'Lo que llegó en su lugar no es una clave de acceso con un secreto.',
  expired: 'La que se aportó ya había caducado.',
};

/** The words on access keys and secrets, in Spanish. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS no conoce esta clave de acceso',
    cause: `La Access key ID${key(d.accessKeyId)} no existe, se eliminó o está en «Inactive».`,
    remedy: [
      'En la consola de AWS abra IAM, «Users», su usuario, «Security credentials», y compare la Access key ID carácter por carácter. Si está en «Inactive», elija «Actions», «Activate».',
      'Si no está allí, elija «Create access key» e introduzca aquí sus dos valores.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'La Secret access key es incorrecta',
    cause: `AWS conoce la Access key ID${key(d.accessKeyId)}, pero el secreto introducido no es el que le corresponde.`,
    remedy: [
      'Introduzca de nuevo el secreto; cópielo entero, sin espacios ni comillas.',
      `AWS muestra un secreto una sola vez. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'La Secret access key no parece completa',
    cause:
      'Los secretos de Amazon son 40 letras, dígitos, «+» y «/». El introducido es más corto o más largo, o contiene un espacio, una comilla, un salto de línea o un carácter invisible que venía con lo copiado.',
    remedy: [
      'Introduzca de nuevo el secreto; cópielo entero, sin nada alrededor.',
      `AWS muestra un secreto una sola vez. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'El secreto guardado ya no se puede leer',
    cause: 'Se cifró con una clave que este servidor ya no tiene.',
    remedy: ['Introduzca de nuevo la Secret access key y guarde.', newKey],
  }),
  secret_needed: () => ({
    title: 'Se necesita la Secret access key',
    cause:
      'No hay ningún secreto guardado para este bucket, esta clave de acceso y este punto de conexión juntos; uno guardado para otros no se usa para ellos.',
    remedy: ['Introduzca la Secret access key.'],
  }),
  keys_removed: () => ({
    title: 'Ya no hay clave de acceso',
    cause:
      'La clave de acceso se quitó de la configuración. Los archivos que están en S3 se quedan allí, pero triage.ai no puede eliminarlos ni firmar enlaces a ellos.',
    remedy: ['Introduzca una Access key ID y su secreto en la configuración y guarde.', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'El servidor ya no tiene clave de acceso',
          cause:
            'Esta configuración se guardó sin clave, porque el servidor aportaba la suya. Ya no aporta ninguna.',
          remedy: [
            'Introduzca una Access key ID y su secreto en la configuración y guarde.',
            'O pida a los responsables del servidor que le vuelvan a dar su clave de acceso.',
          ],
        }
      : {
          title: 'El servidor no puede obtener su clave de acceso',
          cause: whyUnavailable[d.problem],
          remedy: [
            'Avise a los responsables del servidor: la clave de acceso no se introduce aquí, la aporta el servidor desde su rol, su identidad o su entorno. El registro del servidor dice qué falló.',
            'No hay que guardar nada: las cargas vuelven a funcionar en cuanto esté disponible.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'La Access key ID no tiene la forma que AWS espera',
    cause: d.accessKeyId
      ? `Las de Amazon son 20 letras mayúsculas y dígitos y empiezan por AKIA; ${d.accessKeyId} no es así.`
      : 'Quizá contenga un espacio, una barra, una comilla, un salto de línea o un carácter invisible, o los dos campos de la clave estén intercambiados.',
    remedy: [
      'En la consola de AWS abra IAM, «Users», el usuario, «Security credentials», y copie de allí la Access key ID: 20 letras y dígitos que empiezan por AKIA.',
      'Compruebe que el secreto no esté en el campo de la Access key ID.',
    ],
  }),
  credential_expired: () => ({
    title: 'Esta clave de acceso ha caducado',
    cause: 'Es una clave temporal. Los archivos adjuntos necesitan una duradera, de un usuario de IAM.',
    remedy: [newKeyOfUser],
  }),
  credential_temporary: (d) => ({
    title: 'Esta es una clave de acceso temporal',
    cause: `Las claves que empiezan por ASIA${d.accessKeyId ? `, como ${d.accessKeyId},` : ''} solo funcionan con un token de sesión y dejan de hacerlo después de unas horas. Los archivos adjuntos necesitan una clave duradera, que empieza por AKIA.`,
    remedy: [newKeyOfUser],
  }),
  credentials_swapped: () => ({
    title: 'La Access key ID y el secreto están intercambiados',
    cause: 'Lo que está en el campo de la Access key ID parece un secreto: 40 caracteres.',
    remedy: [
      'Introduzca los 20 caracteres que empiezan por AKIA como Access key ID, y los 40 caracteres como Secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'Esta clave pertenece al usuario raíz de la cuenta de AWS',
    cause: `Funciona, pero puede hacer cualquier cosa en la cuenta${key(d.account)}, y nada puede limitarla. Si alguna vez se filtra, todo queda abierto.`,
    remedy: [
      'Cree un usuario de IAM con la política de la guía, cree una clave de acceso para él e introdúzcala aquí.',
      'Después elimine la clave del usuario raíz: en la consola de AWS haga clic en el nombre de su cuenta, «Security credentials», «Access keys».',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'Esta clave puede hacer más de lo necesario',
    cause: `También tiene permitido ${d.action}. Para los archivos adjuntos basta con guardar, eliminar y, con enlaces privados, leer objetos en un solo bucket.`,
    remedy: [
      'En la consola de AWS abra IAM, «Users», el usuario de esta clave, «Permissions», y quite políticas como AmazonS3FullAccess.',
      `Deje solo la política de la guía. ${openPolicy}, para compararla.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
