import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in Spanish. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'Cómo configurarlo en AWS',
  intro: (bucket) =>
    bucket
      ? `Siete pasos, unos diez minutos. Los documentos están preparados para el bucket «${bucket}».`
      : 'Siete pasos, unos diez minutos. Introduzca el nombre del bucket y los documentos se prepararán para él.',
  step: (number) => `Paso ${number}:`,
  why: 'Por qué',
  opens: 'Qué queda abierto',
  openConsole: 'Abrir esta página en la consola de AWS',
  states: {
    done: 'Hecho',
    not_done: 'No hecho',
    look_first: 'Mirar primero aquí',
    suspect: 'Mirar también aquí',
    warning: 'Con una advertencia',
    unknown: 'Sin datos',
  },
  markedAbove: (part) => `La parte «${part}» está marcada en el documento.`,
  suspect: 'La comprobación no pudo distinguir este paso de otro que desde fuera se ve igual.',
  unknown: {
    unchecked: '«Comprobar la conexión» indica si este paso está hecho.',
    stale: 'Los valores se cambiaron desde la última comprobación.',
    untold: 'La última comprobación no pudo determinar si este paso está hecho.',
    permission: (permission) =>
      `Solo una clave con el permiso «${permission}» podría decir si este paso está hecho.`,
    cdn: 'El enlace se abrió en su URL base pública, que puede tener acceso al bucket por otras vías. Por eso la comprobación no puede decir si este paso está hecho.',
    world:
      'Cualquiera puede escribir en el bucket, por lo que la comprobación no puede decir qué puede hacer esta clave. Ciérrelo a los desconocidos y compruebe de nuevo.',
    root: 'Esta es una clave del usuario raíz, que puede hacerlo todo. Compruebe de nuevo con una clave del usuario de IAM.',
    amazon_only: 'La comprobación solo puede decir esto de Amazon S3, no de otro almacenamiento.',
  },
  progress: (done, total) => `${done} de ${total} hechos`,
  copy: 'Copiar',
  copyOf: (document) => `Copiar: ${document}`,
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar: seleccione el texto',
  documentLabel: (step) => `Documento para «${step}»`,
  post: 'Permitir también POST: muchos archivos pequeños se cargan más rápido',
  postHint:
    'El documento de abajo se adapta. Un navegador pregunta a S3 antes de cada PUT, y no antes de un POST. Las cargas funcionan sin ello.',
  video: 'Mostrar un vídeo de ayuda',
  videoHint:
    'De YouTube, de 4:23 a 10:40. No es nuestro, y algunos pasos se ven allí un poco distintos. Solo se carga cuando usted lo pide.',
  videoTitle: 'Vídeo de ayuda: un bucket de S3 y un usuario de IAM',
  videoOpen: 'Abrirlo en YouTube',
};
