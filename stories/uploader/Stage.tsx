import {
  AttachmentUploader,
  type AttachmentUploaderProps,
  createClient,
  targetToText,
  useUploader,
  type UseUploaderOptions,
} from '@triage-ai/s3-attachments';
import { type FakeAccount, type FakeBackend, documentedAccount } from '@triage-ai/s3-attachments/testing';
import { useState } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { StoryBackend } from '../../.storybook/serveBackend.ts';

/** Where the stories' backend is mounted. */
export const baseUrl = '/api/s3-attachments';

/** What a story of the uploader may say beside the widget's own props. */
export interface StageProps extends AttachmentUploaderProps {
  /** The way of the bytes, the network or the clock, where the story is about a moment that would pass. */
  edges?: Omit<UseUploaderOptions, 'ticketId'>;
}

/** The widget as a story shows it, with an API client of its own. */
export function Stage({ edges, ...props }: StageProps) {
  const [client] = useState(() => createClient({ baseUrl }));
  const { ticketId, draftId, userId } = props;
  // Who shows a ticket first decides how its files are sent.
  useUploader(client, { ...edges, ticketId, draftId, userId });
  return <AttachmentUploader {...props} client={client} />;
}

/** Props that all stories share. */
export const args = {
  ticketId: '1',
  settingsHref: (target) => `#settings-${targetToText(target)}`,
} as Partial<StageProps> as StageProps;

/** A documented account that is configured in triage.ai, then changed in AWS. */
export const account = (
  change: (account: FakeAccount) => void = () => {},
  { prepare, ...over }: Partial<StoryBackend> = {},
) => ({
  backend: (): StoryBackend => ({
    account: documentedAccount(),
    ...over,
    prepare: async (backend: FakeBackend) => {
      await backend.configure();
      await prepare?.(backend);
      change(backend.s3.account);
    },
  }),
});

/** A picture that no browser can decode: its row keeps the drawing. */
export const picture = (name = 'screenshot.png', size = 240_000) =>
  new File([new Uint8Array(size)], name, { type: 'image/png' });

/** A text of so many bytes. */
export const text = (name: string, size = 1200) =>
  new File(['a'.repeat(size)], name, { type: 'text/plain', lastModified: 1 });

/** A picture that is one: a gradient between two colours. */
export async function photo(name: string, from = '#4f46e5', to = '#f5c26b'): Promise<File> {
  const canvas = new OffscreenCanvas(320, 240);
  const context = canvas.getContext('2d');
  const gradient = context?.createLinearGradient(0, 0, 320, 240);
  gradient?.addColorStop(0, from);
  gradient?.addColorStop(1, to);
  if (context && gradient) context.fillStyle = gradient;
  context?.fillRect(0, 0, 320, 240);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}

/** Chooses files, as the browser's own window does. */
export async function attach(canvasElement: HTMLElement, ...files: File[]) {
  const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no file input.');
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Drops files on an element, or holds them over it. */
export function drag(element: Element | null, as: 'over' | 'drop', ...files: File[]) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const types = as === 'over' ? ['dragenter', 'dragover'] : ['dragenter', 'dragover', 'drop'];
  for (const type of types)
    element?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** The rows with a status. */
export const rows = (canvasElement: HTMLElement, status: string) =>
  canvasElement.querySelectorAll(`.s3a-upload[data-status=${status}]`);

/** Waits until so many rows have that status. */
export const expectRows = (canvasElement: HTMLElement, status: string, count = 1) =>
  waitFor(() => expect(rows(canvasElement, status)).toHaveLength(count), { timeout: 12_000 });

/** What a screen reader is told. */
export const expectSaid = (canvasElement: HTMLElement, said: string | RegExp) =>
  waitFor(
    () =>
      expect(
        [...canvasElement.querySelectorAll('.s3a-uploader > [role=status] > p')].map((p) => p.textContent),
      ).toContainEqual(typeof said === 'string' ? said : expect.stringMatching(said)),
    { timeout: 8000 },
  );

/** Presses the button with this name. */
export async function press(canvasElement: HTMLElement, name: string | RegExp) {
  const find = () =>
    [...canvasElement.querySelectorAll('button')].find((button) => {
      const label = button.getAttribute('aria-label') ?? button.textContent ?? '';
      return typeof name === 'string' ? label === name : name.test(label);
    });
  await waitFor(() => expect(find()).toBeTruthy(), { timeout: 8000 });
  await userEvent.click(find() as HTMLElement);
}
