import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('es', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
    bytes / 1_000_000,
  );

/** The words for what anybody may be told in full, in Spanish; they go with every widget. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'No hay conexión',
    cause: 'Este dispositivo no está conectado a la red.',
    remedy: ['Vuelva a intentarlo cuando tenga conexión.'],
  }),
  connection_lost: () => ({
    title: 'La conexión se interrumpió durante la carga',
    cause: 'Se había enviado parte del archivo cuando terminó la conexión con el almacenamiento.',
    remedy: ['Vuelva a intentarlo.'],
  }),
  api_unreachable: () => ({
    title: 'No se puede acceder a triage.ai',
    cause: 'El servidor de triage.ai no respondió.',
    remedy: ['Compruebe su conexión y vuelva a intentarlo.'],
  }),
  file_unreadable: () => ({
    title: 'Este archivo ya no se puede leer',
    cause: 'Se modificó, movió o eliminó después de elegirlo, o es una carpeta.',
    remedy: ['Elíjalo de nuevo. Si es una carpeta, elija los archivos que contiene.'],
  }),
  file_too_large: (d) => ({
    title: 'Este archivo es demasiado grande',
    cause: `${d.size > 0 ? `Ocupa ${megabytes(d.size)}` : 'Es demasiado grande'}${d.maximum === undefined ? ', más de lo que el almacenamiento acepta en una sola pieza' : `; el almacenamiento acepta como máximo ${megabytes(d.maximum)} por archivo`}.`,
    remedy: ['Elija un archivo más pequeño o compártalo mediante un enlace.'],
  }),
  key_too_long: () => ({
    title: 'El nombre de este archivo es demasiado largo',
    cause: 'Junto con la carpeta en la que estaría, supera los 1024 bytes que S3 acepta.',
    remedy: ['Dé al archivo un nombre más corto y elíjalo de nuevo.'],
  }),
  signed_out: () => ({
    title: 'La sesión está cerrada',
    cause: 'Su sesión ha terminado.',
    remedy: ['Inicie sesión de nuevo y vuelva a intentarlo.'],
  }),
  not_permitted: () => ({
    title: 'No tiene permiso para hacer esto',
    cause: 'Su cuenta no tiene el derecho necesario.',
    remedy: ['Consulte a un administrador.'],
  }),
  not_found: () => ({
    title: 'Este archivo adjunto ya no existe',
    cause: 'Se eliminó, o nunca se guardó.',
    remedy: ['Vuelva a cargar la página.'],
  }),
  malformed_response: (d) => ({
    title: 'No podemos leer la respuesta del servidor',
    cause: `Llegó con el estado ${d.status} y no tiene la forma acordada. Quizá haya un proxy de por medio.`,
    remedy: ['Vuelva a intentarlo. Si continúa, avise a los responsables del servidor.'],
  }),
  rate_limited: (d) => ({
    title: 'Ha sido mucho de una vez',
    cause: 'El servidor solo acepta cierto número de solicitudes por persona y minuto.',
    remedy: [`Vuelva a intentarlo en ${d.retryAfter} s.`],
  }),
  server_fault: () => ({
    title: 'Algo falló por nuestra parte',
    cause: 'El servidor no pudo terminar esta operación.',
    remedy: ['Vuelva a intentarlo. Si continúa, avise a su administrador.'],
  }),
};
