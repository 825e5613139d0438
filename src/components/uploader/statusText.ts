'use client';
import { type Hold, loadedOf, type Upload } from '../../hooks/index.ts';
import type { Formats } from './formatsOf.ts';
import type { UploaderMessages } from './uploaderMessages.ts';

/** How an upload stands, in one line. `hold`: what all wait for. `title`: the words of its verdict; `null` while they are being loaded. */
export function statusText(
  upload: Upload,
  words: UploaderMessages['uploader'],
  formats: Formats,
  title: string | null,
  hold: Hold | null,
): string {
  switch (upload.status) {
    case 'queued':
      return hold ? waitingText(hold, words) : words.queued;
    case 'sending': {
      const { loaded, speed, whole } = upload;
      if (loaded === 0 && !whole) return words.begun;
      const total = upload.size ?? 0;
      const text = words.sending({
        loaded: formats.bytes(loaded),
        total: formats.bytes(total),
        percent: formats.percent(fractionOf(upload)),
        speed: speed === null ? null : formats.speed(speed),
        left: speed ? formats.time((total - loaded) / speed) : null,
      });
      return whole ? `${text} · ${words.whole}` : text;
    }
    case 'waiting':
      return waitingText(upload.for, words);
    case 'paused':
      return words.paused(formats.percent(fractionOf(upload)));
    case 'registering':
      return words.registering;
    case 'stored':
      if (upload.notice && title) return words.storedBut(title);
      return upload.attachment.storedIn === 'database' ? words.storedInDatabase : words.stored;
    case 'failed':
      return words.failed(title);
    case 'refused':
      return refusalText(upload.refusal, words, formats);
  }
}

/** What is waited for. */
export function waitingText(reason: Hold | 'retry', words: UploaderMessages['uploader']): string {
  return {
    network: words.waitingNetwork,
    server: words.waitingServer,
    retry: words.waitingRetry,
  }[reason];
}

/** The rule that keeps a file out, with its numbers. */
export function refusalText(
  refusal: Extract<Upload, { status: 'refused' }>['refusal'],
  words: UploaderMessages['uploader'],
  formats: Formats,
): string {
  const say = words.refused[refusal.code] as (of: typeof refusal, bytes: Formats['bytes']) => string;
  return say(refusal, formats.bytes);
}

/** How much is done, from 0 to 1; below 1 until it is stored. */
export function fractionOf(upload: Upload): number {
  if (upload.status === 'stored') return 1;
  if (upload.status === 'registering') return 0.99;
  return upload.size ? Math.min(loadedOf(upload) / upload.size, 0.99) : 0;
}
