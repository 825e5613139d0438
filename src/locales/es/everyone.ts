import type { EveryoneMessages } from '../../diagnosis/index.ts';

const ref = (reference: string | null) => (reference ? ` Indique esta referencia: ${reference}.` : '');

/** The words for who cannot mend a cause, in Spanish. */
export const everyone: EveryoneMessages = {
  administrator: (reference) => ({
    title: 'El almacenamiento de archivos necesita a su administrador',
    cause:
      'El almacenamiento de archivos adjuntos rechazó esta operación. No se debe a nada que usted haya hecho, y lo que escribió está a salvo.',
    remedy: [`Avise a su administrador.${ref(reference)}`, 'Vuelva a intentarlo cuando esté resuelto.'],
  }),
  link: (reference) => ({
    title: 'El archivo está guardado, pero su enlace todavía no se abre',
    cause: 'Su archivo está a salvo; no hace falta adjuntarlo de nuevo.',
    remedy: [`Avise a su administrador.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'El almacenamiento de archivos no está disponible en este momento',
    cause: 'No aceptó el archivo. Lo que escribió está a salvo.',
    remedy: [`Vuelva a intentarlo en unos minutos. Si continúa, avise a su administrador.${ref(reference)}`],
  }),
  connection: () => ({
    title: 'Se perdió la conexión',
    cause: 'El archivo no llegó. Lo que escribió está a salvo.',
    remedy: ['Compruebe su conexión y vuelva a intentarlo.'],
  }),
  viewer: () => ({
    title: 'No se pudo completar',
    cause: 'No se pudo procesar el archivo.',
    remedy: ['Vuelva a intentarlo o elija otro archivo.'],
  }),
};
