import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in Spanish. */
export const save: SettingsMessages['save'] = {
  save: 'Guardar cambios',
  saveFirst: 'Guardar y usar S3 para los archivos adjuntos',
  saveRotated: 'Comprobar e intercambiar las claves',
  checking: 'Comprobando',
  saving: 'Guardando',
  discard: 'Descartar',
  anyway: 'Guardar de todos modos',
  back: 'Volver',
  saved: (bucket) => `Guardado. Los archivos adjuntos nuevos se guardan en el bucket «${bucket}».`,
  savedDespite:
    'Guardado. Los archivos adjuntos nuevos van a S3 y fallarán hasta que la comprobación de abajo no encuentre errores.',
  savedDisabled: (bucket) =>
    `Guardado. Los archivos adjuntos nuevos siguen yendo a la base de datos: el bucket «${bucket}» no está en uso.`,
  retired: (accessKeyId) =>
    `La nueva clave está en uso. Ahora ponga ${accessKeyId} en «Inactive» en IAM y elimínela cuando las cargas hayan funcionado durante un día.`,
  openIam: 'Abrir IAM',
  unsaved: 'Todavía sin guardar',
  refused: {
    title: 'Todavía no se guardó nada: así no funcionará',
    text: 'Con estos valores, los archivos adjuntos nuevos fallarían. En la comprobación de abajo se indica qué está mal y qué hacer.',
    unknownTitle: 'Todavía no se guardó nada: no se pudo comprobar todo',
    unknownText:
      'En la comprobación de abajo se indica qué no se pudo determinar y por qué. El secreto guardado solo se usa para el bucket y el punto de conexión para los que se guardó: introdúzcalo para comprobar otros.',
  },
  changed: {
    title: 'Todavía no se guardó nada: entretanto algo cambió',
    text: 'Lo que se comprobó ya no es lo que está en el formulario. Guarde de nuevo.',
  },
  unchecked: { title: 'Todavía no se guardó nada: no se pudo hacer la comprobación' },
  conflict: {
    title: 'Otra persona guardó entretanto',
    text: ({ by, when }) =>
      `${by} cambió esta configuración (${when}). Nada de lo suyo se guardó, y nada se perdió. Estas son las diferencias:`,
    field: 'Campo',
    mine: 'Lo suyo',
    theirs: 'Guardado ahora',
    secretEntered: 'introducido por usted',
    secretKept: 'el guardado',
    secretSaved: (when) => `guardado: ${when}`,
    empty: 'vacío',
    yes: 'activado',
    no: 'desactivado',
    keepMine: 'Sobrescribir con lo suyo',
    takeTheirs: 'Usar lo guardado',
  },
  changedByOther: ({ by, when }) =>
    `${by} cambió esta configuración (${when}). Se muestra tal como está ahora.`,
};
