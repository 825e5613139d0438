'use client';
import type { ListMessages } from '../../components/index.ts';
import { alert } from './alert.ts';

/** The words of the list of attachments in Spanish. */
export const listMessages: ListMessages = {
  ...alert,
  list: {
    label: 'Archivos adjuntos de este ticket',
    loading: 'Cargando archivos adjuntos',
    reload: 'Reintentar',
    inDatabase: 'Guardado en la base de datos',
    inS3: 'Guardado en S3',
    view: (name) => `Ver ${name}`,
    download: (name) => `Descargar ${name}`,
    downloadLarge: (name, limit) => `Descargar ${name} en una pestaña nueva, porque supera ${limit}`,
    downloading: (percent) => `Descargando, ${percent}`,
    gone: 'El archivo ya no está en el almacenamiento',
    goneOrRefused: 'El archivo ya no está en el almacenamiento, o no se permite leerlo',
    unreachable: 'No se pudo cargar el archivo',
    openInstead: 'Quizá se abra en una pestaña nueva.',
    tryAgain: 'Reintentar',
    delete: (name) => `Eliminar ${name}`,
    deleteShort: 'Eliminar',
    deleted: (name) => `${name} eliminado`,
    deleting: (name) => `Eliminando ${name}`,
    undo: 'Deshacer',
    undoDelete: (name) => `Deshacer la eliminación de ${name}`,
    announceDeleted: (name) => `${name} eliminado`,
    announceBack: (name) => `${name} está de nuevo en la lista`,
    announceNotDeleted: (name, title) => `No se pudo eliminar ${name}: ${title}`,
    announceMissing: (name, reason) => `${name}: ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} de ${count}`,
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    close: 'Cerrar',
    open: 'Abrir en una pestaña nueva',
    download: 'Descargar',
    actualSize: 'Tamaño real',
    picture: 'Imagen en tamaño real',
    loading: 'Cargando la imagen',
    failed: 'No se puede mostrar esta imagen',
  },
};
