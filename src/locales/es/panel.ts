import type { SettingsMessages } from '../../components/index.ts';

/** The words of the settings panel's status in Spanish. */
export const panel: SettingsMessages['panel'] = {
  title: 'Archivos adjuntos en Amazon S3',
  loading: 'Cargando la configuración',
  reload: 'Reintentar',
  notPermitted: 'Solo los administradores pueden ver y cambiar dónde se guardan los archivos adjuntos.',
  notConfigured:
    'Los archivos adjuntos se guardan en la base de datos. Introduzca los cuatro valores para guardar los nuevos en su propio bucket.',
  notConfiguredServerKey:
    'Los archivos adjuntos se guardan en la base de datos. Introduzca el bucket y su región para guardar allí los nuevos.',
  configured: (bucket) => `Los archivos adjuntos se guardan en S3, en el bucket «${bucket}».`,
  disabled: (bucket) =>
    `Los archivos adjuntos nuevos se guardan en la base de datos. S3 está configurado con el bucket «${bucket}», pero no está en uso.`,
  keysRemoved: (bucket) =>
    `Los archivos adjuntos nuevos se guardan en la base de datos. Se quitó la clave de acceso del bucket «${bucket}».`,
  unreadable:
    'El secreto guardado ya no se puede leer, por lo que las cargas no funcionan. Introdúzcalo de nuevo.',
  unreadableDisabled:
    'El secreto guardado ya no se puede leer: los archivos adjuntos en S3 no se pueden eliminar hasta que se introduzca de nuevo.',
  serverKeyFailed:
    'El servidor no puede obtener su clave de acceso, por lo que las cargas a S3 no funcionan.',
  serverKeyGone:
    'El servidor ya no aporta su clave de acceso, por lo que las cargas a S3 no funcionan. Introduzca una aquí.',
  savedAt: (when) => `Guardado: ${when}`,
};
