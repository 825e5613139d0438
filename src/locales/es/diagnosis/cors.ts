import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const open = 'abra el bucket, «Permissions», «Cross-origin resource sharing (CORS)», «Edit»';
const edit = `En la consola de S3 ${open}`;

/** The words on the bucket’s CORS rules, in Spanish. */
export const cors = {
  cors_missing: (d) => ({
    title: 'El bucket no tiene reglas de CORS',
    cause: `Los navegadores no pueden enviarle archivos desde ${d.origin}.`,
    remedy: [`${edit}.`, 'Pegue las reglas de la guía y elija «Save changes».'],
  }),
  cors_origin_refused: (d) => ({
    title: 'Las reglas de CORS del bucket no permiten este sitio',
    cause: `Ninguna regla tiene ${d.origin} o * en «AllowedOrigins».`,
    remedy: [
      `${edit}, y añada ${d.origin}, o *, a «AllowedOrigins»: sin una barra al final. «Save changes».`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `Las reglas de CORS del bucket no permiten ${d.method}`,
    cause: `A la regla para ${d.origin} le falta ${d.method} en «AllowedMethods», por lo que un navegador no puede ${/PUT/.test(d.method) ? 'guardar archivos' : 'hacerlo'}.`,
    remedy: [`${edit}, y añada ${d.method} a «AllowedMethods». «Save changes».`],
  }),
  cors_header_refused: (d) => ({
    title: 'Las reglas de CORS del bucket rechazan un encabezado de la carga',
    cause: `La regla para ${d.origin} no permite los encabezados de solicitud ${d.headers}.`,
    remedy: [`${edit}, y ponga «AllowedHeaders» en ["*"]. «Save changes».`],
  }),
  cors_refused: (d) => ({
    title: 'El bucket no deja que este sitio cargue archivos',
    cause: `S3 rechazó que una página de ${d.origin} enviara ${d.method}. Faltan reglas de CORS, o ninguna encaja.`,
    remedy: [`${edit}, compare las reglas con las de la guía y elija «Save changes».`],
  }),
  etag_not_exposed: (d) => ({
    title: 'Las páginas no pueden leer el ETag de lo que guardan',
    cause: `La regla de CORS para ${d.origin} no menciona ETag en «ExposeHeaders». Las cargas funcionan sin ello.`,
    remedy: [
      'No hay que hacer nada.',
      `Si quiere que los archivos grandes se confirmen parte por parte: en la consola de S3 ${open}, y ponga «ExposeHeaders» en ["ETag"].`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
