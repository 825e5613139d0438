'use client';
import type { AlertMessages } from './alertMessages.ts';
import type { DeepPartial } from './mergeMessages.ts';

/** What an element says of the language that its words are in; nothing where the catalogue says nothing. */
export function languageOf(messages: DeepPartial<Pick<AlertMessages, 'locale' | 'dir'>> | undefined) {
  return { lang: messages?.locale, dir: messages?.dir };
}
