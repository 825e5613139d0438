import type { SettingsMessages } from '../../components/index.ts';

/** The words of taking S3 out of use, in Spanish. */
export const storage: SettingsMessages['storage'] = {
  title: 'Almacenamiento',
  inUse: 'Los archivos adjuntos nuevos van a su bucket.',
  blocked:
    'Los archivos adjuntos nuevos deben ir a su bucket y se rechazan hasta que haya una clave de acceso que funcione.',
  disable: 'Desactivar el almacenamiento en S3',
  disableTitle: '¿Desactivar el almacenamiento en S3?',
  disableText: [
    'A partir de ahora, los archivos adjuntos nuevos van a la base de datos.',
    'Los archivos adjuntos que están en el bucket se quedan allí: se pueden abrir y eliminar como antes, así que deje el bucket y su clave de acceso como están.',
    'Nada se mueve por sí solo: eso se puede iniciar después. Puede volver a activar S3 en cualquier momento.',
  ],
  disableConfirm: 'Desactivar el almacenamiento en S3',
  outOfUse: 'Los archivos adjuntos nuevos van a la base de datos. Los del bucket se pueden abrir y eliminar.',
  enable: 'Activar el almacenamiento en S3',
  remove: 'Quitar las claves',
  removeTitle: '¿Quitar la clave de acceso?',
  removeText: ({ accessKeyId, links }) => [
    `La Access key ID ${accessKeyId} y su secreto se borran aquí. El bucket y la región permanecen.`,
    'A partir de ahora, los archivos adjuntos nuevos van a la base de datos.',
    links === 'public'
      ? 'Los archivos adjuntos que están en el bucket se pueden seguir abriendo con sus enlaces públicos, pero no eliminar hasta que se introduzca de nuevo una clave.'
      : 'Los archivos adjuntos que están en el bucket no se pueden abrir ni eliminar hasta que se introduzca de nuevo una clave: los enlaces privados se firman con ella.',
    'La clave en sí sigue existiendo en AWS: desactívela o elimínela en IAM.',
  ],
  removeConfirm: 'Quitar la clave de acceso',
  removed: 'Se quitó la clave de acceso. Los archivos adjuntos nuevos van a la base de datos.',
  cancel: 'Cancelar',
  unsavedFirst: 'Primero guarde o descarte sus cambios.',
  done: {
    configured: 'El almacenamiento en S3 está activado. Los archivos adjuntos nuevos van a su bucket.',
    disabled:
      'El almacenamiento en S3 está desactivado. Los archivos adjuntos nuevos van a la base de datos.',
    keys_removed: 'Se quitó la clave de acceso. Los archivos adjuntos nuevos van a la base de datos.',
  },
};
