'use client';
import type { Client } from '../client/index.ts';

/** The keys under which the widgets cache what they have read. */
export const queryKeys = {
  settings: (client: Client) => ['s3-attachments', client.baseUrl, 'settings'] as const,
  move: (client: Client) => ['s3-attachments', client.baseUrl, 'move'] as const,
  changes: (client: Client, version: number) =>
    ['s3-attachments', client.baseUrl, 'changes', version] as const,
  attachments: (client: Client, ticketId: string) =>
    ['s3-attachments', client.baseUrl, 'attachments', ticketId] as const,
  draft: (client: Client, ticketId: string, draftId: string) =>
    ['s3-attachments', client.baseUrl, 'draft', ticketId, draftId] as const,
};
