import { documentedAccount, type FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor } from 'storybook/test';
import type { StoryBackend } from '../../.storybook/serveBackend.ts';
import { drawPicture, store, type TicketFile, textFile } from './ticketFiles.ts';

/** How long something may take that goes through the network, in milliseconds. */
export const slow = { timeout: 5000 };

/** What a ticket holds in most stories. */
export const usualFiles = async (): Promise<TicketFile[]> => [
  await drawPicture('screenshot of the error.png', 1280, 800),
  await drawPicture('photo of the router.jpg', 900, 1200),
  textFile('gateway.log', 'text/plain', 48_211),
];

/** A ticket that holds these files. */
export const ticketHolding = (
  files: () => Promise<TicketFile[]> | TicketFile[] = usualFiles,
  over: Partial<StoryBackend> & { change?: (backend: FakeBackend) => Promise<void> | void } = {},
) => ({
  backend: (): StoryBackend => ({
    ...over,
    prepare: async (backend) => {
      await backend.configure();
      await store(backend, await files());
      await over.change?.(backend);
    },
  }),
});

/** The pictures of the rows. */
export const picturesIn = (root: ParentNode) => [
  ...root.querySelectorAll<HTMLImageElement>('.s3a-file-sign > img'),
];

/** Waits until the first picture is there to be seen. */
export const pictureShown = (root: ParentNode) =>
  waitFor(() => expect(picturesIn(root)[0]?.naturalWidth).toBeGreaterThan(0), slow);

/** The account of the documented set-up with private links: no bucket policy, and a key that may read. */
export function privateAccount() {
  const account = documentedAccount();
  for (const bucket of account.buckets) bucket.policy = null;
  for (const { document: policy } of account.users.flatMap((user) => user.policies)) {
    for (const statement of [policy.Statement].flat()) {
      statement.Action = ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'];
    }
  }
  return account;
}
