import { type DiagnosisMessages, pointsAt } from '../../../diagnosis/index.ts';
import { number } from '../count.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'El navegador no pudo enviar el archivo a S3',
  GET: 'El navegador guardó el archivo de prueba, pero no pudo leerlo',
  DELETE: 'El navegador guardó el archivo de prueba, pero no pudo eliminarlo',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'Este navegador no puede acceder a la URL base pública',
  cause:
    'Guardó el archivo de prueba en S3, pero la dirección a la que llevan los enlaces no le respondió; un navegador no dice por qué.',
  remedy: [
    'Compruebe que «URL base pública» empiece por https://, si esta página lo hace, y abra la dirección en una pestaña nueva para ver qué dice de ella este navegador.',
    'Si se usa un proxy, una VPN o un bloqueador de anuncios, inténtelo sin él.',
    'Si esta página tiene una Content-Security-Policy, su connect-src debe nombrar esa dirección para esta prueba.',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'El almacenamiento no dice la región de este bucket',
  cause:
    'Respondió, pero no nombró ninguna región. Amazon S3 siempre lo hace; otros almacenamientos no tienen por qué tener una.',
  remedy: ['Introduzca la región que indique su proveedor de almacenamiento; muchos aceptan us-east-1.'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in Spanish. */
export const transfer = {
  url_expired: () => ({
    title: 'El permiso para cargar caducó',
    cause: 'Pasó demasiado tiempo entre la preparación de la carga y su envío.',
    remedy: ['Vuelva a intentarlo.'],
  }),
  request_altered: () => ({
    title: 'La carga se modificó de camino a S3',
    cause:
      'La clave de acceso y su secreto son correctos, pero lo que llegó a S3 no es lo que se firmó: algo por el camino añadió o cambió un encabezado, la dirección o el contenido.',
    remedy: [
      'Pregunte a quien administre la red si un proxy o un cortafuegos cambia las solicitudes a S3, y pida que las deje pasar sin tocarlas.',
      'Si una página o extensión suya añade encabezados a las cargas, como Content-Type, quítelos.',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 no entiende la solicitud',
    cause: `Falta una parte o está mal formada${d.s3?.code ? `; S3 dijo «${d.s3.code}»` : ''}. Su configuración no es la causa: es nuestro software, o un proxy que omite o recodifica una parte.`,
    remedy: [
      'Vuelva a intentarlo sin proxy ni VPN, si hay alguno.',
      'Si continúa, avise a quien desarrolle o administre triage.ai, con el ID de solicitud.',
    ],
  }),
  body_damaged: () => ({
    title: 'El archivo se dañó por el camino',
    cause: 'S3 comparó la suma de comprobación y recibió bytes distintos de los enviados. No conservó nada.',
    remedy: [
      'Vuelva a intentarlo.',
      'Si continúa, quizá un proxy esté cambiando archivos: avise a quien administre la red.',
    ],
  }),
  upload_gone: () => ({
    title: 'S3 ya no conoce la carga que se empezó',
    cause: 'Se enviaba en partes, y S3 la descartó, o una parte no llegó entera.',
    remedy: ['Vuelva a intentarlo: el archivo se envía desde el principio.'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 está ocupado o tiene un fallo',
    cause: 'S3 respondió que no puede hacerlo en este momento.',
    remedy: ['Vuelva a intentarlo en unos minutos. Si continúa, mire el AWS Health Dashboard.'],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Nuestro servidor no puede acceder a la URL base pública'
        : 'Nuestro servidor no puede acceder a Amazon S3',
      cause: base
        ? `No hubo respuesta de ${d.host}. La dirección puede estar mal escrita, o lo que hay allí no responde a nuestro servidor.`
        : `No hubo respuesta de ${d.host}. La región de AWS o el punto de conexión pueden estar mal escritos, o la red entre nuestro servidor y S3 está caída.`,
      remedy: [
        base
          ? 'Compruebe que «URL base pública» sea correcta: su host y, si lo tiene, su puerto.'
          : 'Compruebe que «Región de AWS», y «Punto de conexión» si se usa, sean correctos.',
        'Pregunte a los responsables del servidor si este puede acceder a esa dirección.',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 dijo «${d.s3.code}»` : 'S3 lo rechazó sin decir por qué',
          cause: d.s3?.status
            ? `La respuesta tenía el estado ${d.s3.status}. No conocemos esta causa.`
            : 'En la respuesta no había nada que se pudiera leer. No conocemos esta causa.',
          remedy: [
            d.s3?.code
              ? 'Busque el código en la documentación de Amazon S3 («Error responses»).'
              : 'Use «Comprobar la conexión»: sus otros pasos quizá digan más.',
            d.s3?.requestId
              ? 'Indique el código y el ID de solicitud al soporte de AWS; ambos están en «Detalles».'
              : 'Si continúa, consulte al soporte de AWS, con la hora en que ocurrió.',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'El navegador no pudo acceder a S3',
          cause: d.cleared
            ? 'Un navegador no dice por qué. Nuestro servidor preguntó a S3, y S3 deja que esta página envíe archivos, así que la causa está probablemente entre este navegador y S3.'
            : 'Un navegador no dice por qué: quizá el bucket rechace esta página (CORS), o algo entre este navegador y S3 lo detuvo.',
          remedy: [
            'Vuelva a intentarlo; si se usa un proxy, una VPN o un bloqueador de anuncios, inténtelo sin él.',
            'Si esta página tiene una Content-Security-Policy, su connect-src debe nombrar la dirección de S3.',
            ...(d.method === 'DELETE'
              ? ['El archivo de prueba se queda en el bucket hasta que la próxima comprobación lo elimine.']
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Esta página no deja que el navegador pruebe el enlace',
          cause: `La Content-Security-Policy de la página no nombra ${d.host} en connect-src, por lo que esta prueba no pudo abrir allí el enlace. Los lectores abren los enlaces sin eso.`,
          remedy: [
            'Para que se abran los enlaces no hay que hacer nada.',
            `Para la prueba, los responsables del sitio pueden añadir ${d.host} a connect-src en su Content-Security-Policy.`,
          ],
        }
      : {
          title: 'Esta página no deja que el navegador envíe a S3',
          cause: `La Content-Security-Policy de la página no nombra ${d.host} en connect-src, por lo que el navegador detuvo la carga antes de que empezara.`,
          remedy: [
            `Los responsables del sitio pueden añadir ${d.host} a connect-src en su Content-Security-Policy.`,
          ],
        },
  upload_incomplete: (d) => ({
    title: 'El archivo no llegó entero',
    cause:
      d.found === null
        ? 'El almacenamiento no lo tiene, aunque parecía enviado.'
        : `El almacenamiento tiene ${number(d.found)} de ${number(d.expected)} bytes.`,
    remedy: ['Vuelva a intentarlo.'],
  }),
} satisfies Partial<DiagnosisMessages>;
