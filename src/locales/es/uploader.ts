'use client';
import type { UploaderMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const subject = (names: readonly string[]) =>
  names.length === 1 ? `${names[0]}` : count(names.length, { one: '# archivo', other: '# archivos' });
const agreed = (names: readonly string[], word: string) =>
  `${subject(names)} ${word}${names.length === 1 ? '' : 's'}`;

/** The words of the uploader in Spanish. */
export const uploaderMessages: UploaderMessages = {
  ...alert,
  uploader: {
    label: 'Archivos adjuntos',
    choose: 'Adjuntar archivos',
    hint: 'o arrástrelos o péguelos aquí',
    folder: 'Adjuntar una carpeta',
    camera: 'Tomar una foto',
    dropHere: 'Suelte para adjuntar',
    files: 'Archivos por adjuntar',
    queued: 'En espera',
    begun: 'Cargando',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} de ${total}`, left && `restante: ${left}`, speed].filter(Boolean).join(' · '),
    whole:
      'En una sola pieza, porque el bucket está cifrado con una clave de KMS: la carga no se puede reanudar',
    waitingNetwork: 'Esperando la red',
    waitingServer: 'El almacenamiento no responde, se está reintentando',
    waitingRetry: 'Reintentando',
    paused: (percent) => `En pausa al ${percent}`,
    registering: 'Finalizando',
    stored: 'Adjuntado',
    storedInDatabase: 'Adjuntado, en la base de datos',
    storedBut: (title) => `Adjuntado. ${title}`,
    failed: (title) => (title === null ? 'No adjuntado' : `No adjuntado: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `No se acepta este tipo de archivo; se aceptan ${accept}`,
      too_many: ({ maximum }) =>
        maximum === 1
          ? 'Solo se puede adjuntar un archivo'
          : `Se pueden adjuntar como máximo ${count(maximum, { other: '# archivos' })}`,
      too_large: ({ size, maximum }, bytes) => `Ocupa ${bytes(size)}; el máximo es ${bytes(maximum)}`,
      too_small: ({ size, minimum }, bytes) => `Ocupa ${bytes(size)}; el mínimo es ${bytes(minimum)}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `Todos los archivos juntos ocuparían ${bytes(size)}; el máximo es ${bytes(maximum)}`,
    },
    refusedTogether: (files, reason) => `No se aceptaron ${files} archivos. ${reason}.`,
    duplicate: 'El mismo archivo ya está más arriba',
    cancel: (name) => `Cancelar ${name}`,
    remove: (name) => `Quitar ${name}`,
    hide: (name) => `Quitar ${name} de esta lista`,
    dismiss: (name) => `Descartar ${name}`,
    pause: (name) => `Pausar ${name}`,
    resume: (name) => `Reanudar ${name}`,
    retry: (name) => `Reintentar ${name}`,
    tryNow: (name) => `Intentar ${name} ahora`,
    rename: (name) => `Cambiar el nombre de ${name}`,
    newName: (name) => `Nuevo nombre de ${name}`,
    move: (name) => `Mover ${name} con las teclas de flecha`,
    tryAgain: 'Reintentar',
    removeAll: 'Quitar',
    dismissAll: 'Descartar',
    progress: (name) => `Cargando ${name}`,
    all: {
      progress: 'Cargando todos los archivos',
      done: (done, files) => `${done} de ${files} adjuntados`,
      left: (time) => `Tiempo restante: ${time}`,
      paused: 'En pausa',
      pause: 'Pausar todo',
      resume: 'Reanudar todo',
      cancel: 'Cancelar todo',
      retry: 'Reintentar todo',
      clear: 'Vaciar la lista',
    },
    subject,
    draft: 'Archivos de este borrador',
    announceAdded: (names) => agreed(names, 'añadido'),
    announceStored: (names) => agreed(names, 'cargado'),
    announceFailed: (names, title) => `Falló la carga de ${subject(names)}: ${title}`,
    announceRefused: (names, reason) => `${agreed(names, 'rechazado')}: ${reason}`,
    announceRemoved: (names) => agreed(names, 'quitado'),
    announcePaused: (names) => `${subject(names)} en pausa`,
    announceResumed: (names) => agreed(names, 'reanudado'),
    announceMoved: (name, place, files) => `${name} está ahora en la posición ${place} de ${files}`,
    announceRenamed: (name) => `El nuevo nombre es ${name}`,
    announceNotRenamed: (name) => `${name} conserva su nombre, se está enviando`,
    announceHeld: {
      network: 'No hay conexión. Las cargas esperan.',
      server: 'El almacenamiento no responde. Las cargas esperan y se reintentan.',
    },
    announceReleased: 'Las cargas continúan.',
  },
};
