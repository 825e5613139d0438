import type { SettingsMessages } from '../../components/index.ts';
import { count, list } from './count.ts';

type Remnant = Parameters<SettingsMessages['form']['trimmed']>[0][number];

const remnants: Record<Remnant, string> = {
  spaces: 'espacios',
  line_breaks: 'saltos de línea',
  quotes: 'comillas',
  invisible: 'caracteres invisibles',
};

const units = [
  [86_400, { one: '# día', other: '# días' }],
  [3600, { one: '# hora', other: '# horas' }],
  [60, { one: '# minuto', other: '# minutos' }],
  [1, { one: '# segundo', other: '# segundos' }],
] as const;

function lifetime(seconds: number): string {
  const [size, forms] = units.find(([size]) => seconds % size === 0) ?? units[3];
  return count(seconds / size, forms);
}

/** The words of the form in Spanish. */
export const form: SettingsMessages['form'] = {
  title: 'Su bucket',
  problem: 'Hay un problema',
  bucketHint:
    'Como aparece en la lista de buckets de la consola de S3. También sirve un ARN o la dirección del bucket.',
  regionHint: 'Dónde está el bucket. Escriba un código o una ciudad.',
  regions: 'Mostrar todas las regiones',
  noRegion: 'No está en nuestra lista. Si AWS muestra este código, úselo.',
  detect: 'Detectar',
  detecting: 'Preguntando a S3',
  detectNeedsBucket: 'Introduzca primero el nombre del bucket; así se le puede preguntar a S3 dónde está.',
  detected: (region) => `S3 indica que este bucket está en ${region}.`,
  accessKeyIdHint: 'Del usuario de IAM que se crea para triage.ai. Empieza por AKIA.',
  secretHint: 'AWS la muestra una sola vez. Se guarda cifrada y no se vuelve a mostrar.',
  secretConfigured: 'Configurada',
  secretSavedAt: (when) => `guardada: ${when}`,
  secretAge: (days) => (days === 0 ? 'hoy' : count(days, { one: 'hace # día', other: 'hace # días' })),
  secretOld: (days) =>
    `Esta clave se usa aquí desde hace ${count(days, { one: '# día', other: '# días' })}. Conviene reemplazar las claves cada 90 días, aproximadamente.`,
  secretForOtherKey: 'Otra Access key ID u otro punto de conexión necesita su propio secreto: introdúzcalo.',
  secretUnreadable: 'El secreto guardado ya no se puede leer. Introdúzcalo de nuevo.',
  serverKeyGone: 'El servidor aportaba una clave de acceso y ya no lo hace. Introduzca una aquí.',
  serverKey: {
    title: 'La clave de acceso viene del servidor',
    from: {
      environment:
        'Está definida en el entorno del servidor, por lo que aquí no se introduce ni se guarda ninguna.',
      provider:
        'El servidor la obtiene de su propio rol o identidad y la renueva por sí mismo, por lo que aquí no se introduce ni se guarda ninguna.',
    },
    now: 'En uso ahora:',
    hint: 'Necesita los permisos de la política de IAM de la guía.',
  },
  replace: 'Reemplazar',
  keep: 'Conservar el guardado',
  show: 'Mostrar',
  rotate: 'Rotar la clave',
  rotateTitle: 'Reemplazar la clave de acceso sin interrupción',
  rotateSteps: (old) => [
    'En IAM, abra el usuario y cree una segunda clave de acceso; un usuario puede tener dos.',
    'Introduzca aquí sus dos valores. Se comprueban y después sustituyen a los anteriores.',
    `Después ponga ${old} en «Inactive» en IAM y elimínela cuando las cargas hayan funcionado durante un tiempo.`,
  ],
  rotateCancel: 'Conservar la clave guardada',
  swap: 'Intercambiarlos',
  advanced: 'Opciones avanzadas',
  advancedChanged: (changes) => count(changes, { one: '# cambiada', other: '# cambiadas' }),
  links: 'Cómo se abren los archivos adjuntos',
  linksPublic: 'Enlaces públicos, según la documentación',
  linksPublicHint:
    'Quien tenga un enlace puede leer ese archivo adjunto mientras exista. Los enlaces no se pueden adivinar y el bucket no se puede listar.',
  linksPrivate: 'Enlaces privados',
  linksPrivateHint:
    'Más seguro: solo quien puede leer el ticket recibe un enlace, y este caduca. Block Public Access sigue activado. La clave de acceso también puede entonces leer archivos adjuntos; la guía de al lado se adapta.',
  linkLifetime: 'Cuánto dura un enlace privado',
  linkLifetimeHint:
    'Desde el momento en que alguien abre un archivo adjunto; quien reciba ese enlace puede usarlo hasta entonces. La próxima vez que se abra habrá uno nuevo.',
  lifetime,
  keyPrefixHint:
    'Carpetas delante de cada archivo adjunto, para un bucket que también contiene otras cosas: help-desk/',
  publicBaseUrlHint:
    'Adónde llevan los enlaces en lugar de a S3, por ejemplo una distribución de CloudFront: https://files.example.com',
  endpointHint: 'Para otro almacenamiento compatible con S3, sin el bucket. Vacío: Amazon S3.',
  forcePathStyleHint:
    'El bucket va en la ruta y no en el nombre del host. Otros almacenamientos suelen necesitarlo; Amazon no.',
  largeFiles: 'Permisos para limpiar tras archivos grandes',
  largeFilesHint:
    'Añade s3:AbortMultipartUpload y s3:ListMultipartUploadParts a la política de IAM, para que se puedan quitar las partes de una carga grande abandonada y se pueda preguntar a S3 qué llegó de una que se interrumpió.',
  file: 'Elegir archivo',
  fileHint:
    'Arrastre o pegue el archivo accessKeys.csv de AWS, o lo que mostró el script: rellena los campos.',
  fileDrop: 'Suelte el archivo: sus valores pasan a los campos',
  fileUnreadable:
    'En este archivo no hay ninguna clave de acceso, o hay más de una. El de AWS se llama accessKeys.csv.',
  fileTooBig: 'Esto no es una lista de claves de acceso: supera 64 kB.',
  trimmed: (removed) =>
    `Se quitó de los extremos: ${list(removed.map((remnant) => remnants[remnant]))}. Venían con lo copiado.`,
  filled: (labels) => `Rellenado: ${list(labels)}.`,
  suggestion: (name) => `Usar «${name}»`,
};
