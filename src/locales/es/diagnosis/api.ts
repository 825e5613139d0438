import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in Spanish. */
export const api = {
  settings_changed: () => ({
    title: 'Otra persona cambió la configuración entretanto',
    cause:
      'Lo que introdujo parte de una configuración que ya no es la guardada, por lo que no se guardó nada.',
    remedy: ['Compare lo que introdujo con lo que está guardado ahora y guarde de nuevo.'],
  }),
  move_conflict: (d) => ({
    title: 'Los archivos adjuntos no se pueden mover en esta dirección ahora',
    cause: {
      s3_not_in_use:
        'S3 no está en uso: los archivos adjuntos nuevos van a la base de datos, y los que están en ella se quedan allí.',
      s3_in_use:
        'S3 está en uso: los archivos adjuntos nuevos van al bucket, y los que están en él se quedan allí.',
      running: 'En este momento se están moviendo en la otra dirección.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'Active el almacenamiento en S3 y después muévalos.',
        s3_in_use: 'Desactive el almacenamiento en S3 y después muévalos.',
        running: 'Primero pause ese traslado.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'Este prefijo de carpetas no se puede usar',
          cause:
            'Está hecho de carpetas: letras, dígitos y guiones, cada carpeta con una barra detrás y ninguna delante.',
          remedy: ['Escríbalo como help-desk/ o desk/attachments/, o déjelo vacío.'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'Esta URL base pública no se puede usar',
            cause:
              'Es una dirección completa, con https:// delante, sin parámetros ni usuario; y solo vale con enlaces públicos.',
            remedy: [
              'Escríbala como https://files.example.com o https://cdn.example.com/desk, o déjela vacía: los enlaces llevan entonces a S3 directamente.',
            ],
          }
        : {
            title: 'Parte de lo enviado no es válido',
            cause: `El servidor rechazó lo que se envió como ${[...new Set(d.issues.map(({ path }) => `«${path}»`))].join(', ') || 'esta solicitud'}.`,
            remedy: ['Corríjalo y vuelva a intentarlo.'],
          },
  server_closing: () => ({
    title: 'El servidor se está reiniciando',
    cause: 'Termina lo que ha empezado y no acepta nada nuevo.',
    remedy: ['Vuelva a intentarlo en unos segundos.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'El servidor no acepta solicitudes de este sitio',
    cause: `${d.origin ?? 'El origen de la página'} no está en la lista de orígenes que permite el servidor.`,
    remedy: ['Los responsables del servidor pueden añadirlo a los orígenes permitidos.'],
  }),
} satisfies Partial<DiagnosisMessages>;
