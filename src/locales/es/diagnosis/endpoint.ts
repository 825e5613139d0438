import {
  type DiagnosisMessages,
  type DiagnosisOf,
  type DiagnosisWords,
  pointsAt,
} from '../../../diagnosis/index.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: 'Al punto de conexión le falta https://',
    cause: 'Tiene que ser una dirección completa, que empieza por https://.',
    remedy: 'Ponga https:// delante del punto de conexión.',
  },
  bucket: {
    title: 'El nombre del bucket está en el punto de conexión',
    cause:
      'El nombre se añade solo al punto de conexión, así que estaría dos veces. Entonces no se encuentra el host, o su certificado no encaja.',
    remedy: 'Quite el nombre del bucket del punto de conexión; tiene su propio campo.',
  },
  path: {
    title: 'El punto de conexión contiene más que una dirección',
    cause: 'Detrás del host hay una ruta o parámetros, donde S3 espera el bucket y el archivo.',
    remedy:
      'Conserve solo lo que está antes de la primera barra después del host, como https://s3.example.com.',
  },
  credentials: {
    title: 'El punto de conexión contiene un usuario y una contraseña',
    cause: 'Allí no se usan, y los vería cualquiera que pueda ver esta dirección.',
    remedy: 'Quite todo lo que hay entre https:// y la @. Las claves tienen sus propios campos.',
  },
  unreadable: {
    title: 'El punto de conexión no es una dirección',
    cause: 'Tiene que ser como https://s3.example.com.',
    remedy: 'Copie el punto de conexión de las páginas de su proveedor de almacenamiento.',
  },
};

/** The words on the endpoint and on what answers there, or does not, in Spanish. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} Ahora es ${d.endpoint}.`,
      remedy: [remedy, 'Para Amazon S3, deje vacío el punto de conexión.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Este servidor no consulta esa URL base pública'
        : 'Este servidor no envía nada a ese punto de conexión',
      cause: `${d.host} lleva a una red privada, o este servidor no acepta ${base ? 'direcciones así' : 'más puntos de conexión que los suyos'}. Así no se puede llegar al interior de su red a través de esta configuración.`,
      remedy: [
        base
          ? 'Introduzca una dirección accesible desde internet, o deje el campo vacío: los enlaces llevan entonces a S3 directamente.'
          : 'Introduzca un punto de conexión accesible desde internet, o déjelo vacío para Amazon S3.',
        'Si es correcto tal como está, los responsables del servidor pueden permitirlo en su configuración.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Los enlaces no están cifrados',
          cause: `Llevan a ${d.endpoint} por http://, donde cualquiera en el camino puede leer y cambiar los archivos. Una página abierta por https:// no muestra imágenes de allí.`,
          remedy: ['Introduzca la URL base pública con https://, si lo que hay allí lo ofrece.'],
        }
      : {
          title: 'El punto de conexión no está cifrado',
          cause: `Los archivos y sus enlaces van a ${d.endpoint} por http://, donde cualquiera en el camino puede leerlos y cambiarlos. Una página abierta por https:// no enviará nada allí.`,
          remedy: ['Introduzca el punto de conexión con https://, si el almacenamiento lo ofrece.'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'El punto de conexión nos envía a otro lugar',
          cause: `${leadsOn(d)}. Las claves no se envían después de una redirección, porque puede llevar a cualquiera.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                'Introduzca como punto de conexión la dirección a la que lleva, si es el almacenamiento; a menudo basta con que http:// pase a ser https://.',
              ]
            : [
                'Pregunte a los responsables del servidor si hay un proxy o una página de inicio de sesión entre él y Amazon S3, y pida que lo deje pasar.',
              ],
        },
  host_not_found: (d) => ({
    title: `No hay ningún servidor llamado ${d.host}`,
    cause:
      'El nombre no está en ningún directorio de internet (DNS), o el directorio de nuestro servidor no lo conoce.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'Compare «Punto de conexión» letra por letra con lo que indica su proveedor de almacenamiento.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'Compare «URL base pública» letra por letra con la dirección de su CDN, y compruebe que exista su entrada de DNS.'
          : 'Compare «Región de AWS» con la región que la consola de S3 muestra para el bucket.',
      'Si es correcto, pregunte a los responsables del servidor si este puede resolver ese nombre.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'No se puede confiar en el certificado de la URL base pública'
      : 'No se puede confiar en el certificado del almacenamiento',
    cause: `${d.host} muestra un certificado que es para otro nombre, que ha caducado o que no emitió nadie en quien confíe este servidor.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'El nombre del bucket tiene un punto, y los certificados cubren nombres sin punto: active «Bucket en la ruta», o use un bucket sin punto.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'Compruebe que «Punto de conexión» no contenga el nombre del bucket: estaría dos veces, y ningún certificado encaja.',
            'Si el almacenamiento tiene un certificado emitido por él mismo, los responsables del servidor pueden añadir su autoridad a las de confianza.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`En la CDN, compruebe que su certificado nombre ${d.host} y no haya caducado.`]
        : []),
      'Si un cortafuegos abre las conexiones cifradas (inspección de TLS), pida a quien administre la red que deje pasar esta dirección sin tocarla.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'Respondió algo que no es S3',
          cause: `${d.host ?? 'La dirección consultada'} dio una respuesta con el estado ${d.status} que no tiene la forma de S3. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  'Compruebe que «Punto de conexión» sea la dirección de la interfaz S3 del almacenamiento, y no la de su página web o consola.',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['Vuelva a intentarlo en unos minutos.'] : []),
            'Pregunte a quien administre la red si hay un proxy, un cortafuegos o una página de inicio de sesión de por medio, y pida que deje pasar esta dirección.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'El reloj del servidor de triage.ai no está en hora',
    cause: d.serverTime
      ? `Tiene más de 15 minutos de diferencia; el reloj de S3 marcaba ${d.serverTime}.`
      : 'Difiere del reloj de S3 en más de 15 minutos.',
    remedy: ['Pida a los responsables del servidor que pongan su reloj en hora (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

const whoAnswered = (host: string | undefined) => host ?? 'Lo que respondió';
const leadsOn = ({ host, location }: DiagnosisOf<'endpoint_redirects'>) =>
  `${whoAnswered(host)} redirige${location ? ` a ${location}` : ' a otra dirección'}`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'La URL base pública lleva a otro lugar',
    cause: `${leadsOn(d)}. Nuestro servidor no sigue las redirecciones, por lo que no se sabe si los archivos se abren allí.`,
    remedy: [
      'Si los archivos deben abrirse allí, introduzca esa dirección como URL base pública; a menudo basta con que http:// pase a ser https://.',
      'Si lleva a un inicio de sesión, quítelo para estos archivos: los enlaces deben abrirse para quien los tiene.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${whoAnswered(d.host)} respondió con el estado ${d.status}`;
  return {
    title: busy
      ? 'La URL base pública no pudo entregar el archivo'
      : 'La URL base pública muestra algo distinto del archivo',
    cause: busy
      ? `${answered}: no llegó al bucket, o hay un fallo allí.`
      : `${answered}, pero con un contenido distinto del que se guardó.`,
    remedy: [
      busy
        ? 'En la CDN, compruebe que su origen sea este bucket, con la región correcta en su dirección. Después vuelva a intentarlo en unos minutos.'
        : 'Compruebe que «URL base pública» sea la dirección en la que su CDN muestra este bucket, y no la de un sitio web o de una página de inicio de sesión.',
      'En la CDN, compruebe que entregue los archivos tal como están, sin cambiarlos ni comprimirlos para esta ruta.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'Esta dice que un proxy exige iniciar sesión.';
  if (status === 511) return 'Esta dice que la red exige iniciar sesión.';
  if (status === 413) return 'Esta dice que un proxy no acepta archivos de este tamaño.';
  if (status >= 502 && status <= 504) return 'Esta dice que una puerta de enlace no llegó al almacenamiento.';
  return 'Lo más frecuente es que sea la página de un proxy, de un cortafuegos o de un inicio de sesión.';
}
