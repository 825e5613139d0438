'use client';

/** Said in English while a list is being read: the one word that does not come with the rows. */
export const loadingWord = 'Loading attachments';
