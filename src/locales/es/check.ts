import type { SettingsMessages } from '../../components/index.ts';
import { count } from './count.ts';

/** The words of the connection check in Spanish. */
export const check: SettingsMessages['check'] = {
  start: 'Comprobar la conexión',
  cancel: 'Cancelar',
  running: (done, total) => `Comprobando: ${done} de ${total}`,
  cancelled: 'La comprobación se canceló.',
  notDone: (title) => `No se pudo hacer la comprobación: ${title}`,
  passed: 'Todo funciona',
  wrong: (problems, title) =>
    problems === 1
      ? `Un problema: ${title}`
      : `${count(problems, { other: '# problemas' })}. Empiece por este: ${title}`,
  warning: (warnings, title) =>
    warnings === 1
      ? `Funciona, con una advertencia: ${title}`
      : `Funciona, con ${count(warnings, { other: '# advertencias' })}. La primera: ${title}`,
  unknown: 'No se pudo determinar todo',
  checkedAt: (when) => `Comprobado: ${when}.`,
  stale: 'Los valores se cambiaron desde entonces.',
  label: 'Pasos de la comprobación',
  showSteps: 'Mostrar los pasos',
  titles: {
    values: 'Forma de los valores',
    identity: 'Clave de acceso y secreto',
    bucket: 'Bucket y región',
    write: 'Guardar un archivo de prueba',
    owner: 'Misma cuenta de AWS',
    read: 'Abrir su enlace',
    cors: 'Cargas desde aquí (CORS)',
    delete: 'Eliminar el archivo de prueba',
    large_files: 'Limpiar tras archivos grandes',
    world_write: 'Los desconocidos no pueden guardar',
    world_list: 'Los desconocidos no pueden listar',
    privilege: 'La clave no puede listar sus buckets',
    browser: 'Todo en este navegador',
  },
  states: {
    waiting: 'En espera',
    passed: 'Superado',
    failed: 'Error',
    warning: 'Advertencia',
    skipped: 'Omitido',
    unknown: 'Desconocido',
  },
  skipped: {
    explained: (by) => (by ? `Omitido: «${by}» ya lo dice.` : 'Omitido: un paso anterior ya lo dice.'),
    custom_endpoint: () => 'Omitido: esto solo se le puede preguntar a Amazon S3.',
    needs_secret: () => 'Omitido: introduzca la Secret access key para comprobar también esto.',
  },
  untold: {
    timeout: () => 'No hubo respuesta a tiempo.',
    no_answer: () => 'No hubo respuesta.',
    permission: (permission) =>
      permission
        ? `Solo una clave con el permiso ${permission} podría decirlo.`
        : 'Esta clave no tiene el permiso con el que se podría saber.',
  },
  forms: (allowed) =>
    allowed
      ? 'También se permite POST: los archivos pequeños van por la vía rápida.'
      : 'Muchos archivos pequeños podrían cargarse más rápido, mediante POST: el paso CORS de la guía explica cómo.',
  note: (title) => `Conviene saberlo: ${title}.`,
  identity: (arn) => `La clave pertenece a ${arn}.`,
  sameCause: (title) => `La misma causa que arriba: ${title}.`,
};
