import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'a la base de datos' : bucket === null ? 'a S3' : `al bucket «${bucket}»`;

/** The words of the history in Spanish. */
export const history: SettingsMessages['history'] = {
  title: 'Historial',
  loading: 'Cargando el historial',
  empty: 'No se ha cambiado nada desde que se lleva el historial.',
  more: 'Estos son los cambios más recientes. Los anteriores se conservan en el servidor.',
  server: 'El servidor',
  setUp: (by) => `${by} configuró el almacenamiento en S3`,
  disabled: (by) => `${by} desactivó el almacenamiento en S3`,
  enabled: (by) => `${by} volvió a activar el almacenamiento en S3`,
  keysRemoved: (by) => `${by} quitó la clave de acceso`,
  keyRotated: (by) => `${by} reemplazó la clave de acceso`,
  changed: (by) => `${by} cambió la configuración`,
  unchanged: (by) => `${by} guardó la configuración sin cambios`,
  reencrypted: (by) => `${by} volvió a cifrar el secreto guardado`,
  moved: {
    started: (facts) => `${facts.by} empezó a mover archivos adjuntos ${place(facts)}`,
    paused: (facts) => `${facts.by} pausó el traslado ${place(facts)}`,
    resumed: (facts) => `${facts.by} reanudó el traslado ${place(facts)}`,
    stopped: (facts) => `${facts.by} detuvo el traslado ${place(facts)}`,
    finished: (facts) => `${facts.by} terminó el traslado ${place(facts)}`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${after}`,
    cleared: ({ label, before }) => `${label}: se quitó ${before}`,
    replaced: ({ label, before, after }) => `${label}: ${before} pasó a ser ${after}`,
    on: (label) => `${label}: activado`,
    off: (label) => `${label}: desactivado`,
    secretEntered: 'Se introdujo una Secret access key',
    secretReplaced: 'Se reemplazó la Secret access key',
    secretErased: 'Se borró la Secret access key',
  },
};
