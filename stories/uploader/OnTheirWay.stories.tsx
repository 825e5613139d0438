import type { Meta, StoryObj } from '@storybook/react-vite';
import { delay, HttpResponse, http } from 'msw';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import {
  account,
  args,
  attach,
  baseUrl,
  expectRows,
  expectSaid,
  photo,
  picture,
  press,
  rows,
  Stage,
  text,
} from './Stage.tsx';
import { answers, offline, stopsAt } from './scriptedEdges.ts';

/** Files on their way: one, many, held, and as many as anybody has. */
const meta = {
  title: 'AttachmentUploader/On their way',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

const many = [
  ['holiday.png', 2_400_000],
  ['crash.log', 820_000],
  ['recording.mov', 18_000_000],
  ['contract, signed and countersigned by everybody concerned.pdf', 640_000],
  ['table.csv', 12_000],
] as const;
const some = () => many.map(([name, size]) => new File([new Uint8Array(size)], name, { type: typeOf(name) }));
const typeOf = (name: string) =>
  ({ mov: 'video/quicktime', pdf: 'application/pdf', csv: 'text/csv', log: 'text/plain' })[
    name.split('.').at(-1) ?? ''
  ] ?? 'image/png';

/** One file, with its size, its speed and what is left. */
export const OneUploading: Story = {
  parameters: account(),
  args: { edges: stopsAt(0.4) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, picture('recording.png', 18_000_000));
    const bar = await canvas.findByRole('progressbar', { name: 'Uploading recording.png' });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '40'), { timeout: 8000 });
    await expect(canvas.getByText(/7\.2 MB of 18 MB/)).toBeVisible();
  },
};

/** A name that is longer than the row. */
export const LongName: Story = {
  parameters: account(),
  args: { edges: stopsAt(0.4) },
  play: async ({ canvasElement }) => {
    const name = `${'quarterly report '.repeat(12)}.png`;
    await attach(canvasElement, picture(name));
    await expectRows(canvasElement, 'sending');
    const row = rows(canvasElement, 'sending')[0] as HTMLElement;
    await expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
    await expect(within(row).getByText(name).parentElement).toHaveAttribute('title', name);
  },
};

/** Many files: a line over them says how far they are together. */
export const ManyUploading: Story = {
  parameters: account(),
  args: { edges: { ...stopsAt(0.6), concurrency: 3 } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, await photo('holiday.png'), ...some().slice(1));
    await expect(await canvas.findByText(/^0 of 5 attached/)).toBeVisible();
    await expect(canvas.getByRole('progressbar', { name: 'Uploading all files' })).toBeInTheDocument();
    await expectRows(canvasElement, 'sending', 3);
    await expectRows(canvasElement, 'queued', 2);
    // Every row has the same height, whatever its state.
    const heights = [...canvasElement.querySelectorAll<HTMLElement>('.s3a-upload')].map(
      (row) => row.offsetHeight,
    );
    await expect(new Set(heights)).toEqual(new Set([56]));
  },
};

/** One of them paused by hand; the others go on. */
export const OnePaused: Story = {
  parameters: account(),
  args: { edges: stopsAt(0.5) },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, ...some().slice(0, 3));
    await expectRows(canvasElement, 'sending', 3);
    await press(canvasElement, 'Pause crash.log');
    await expectRows(canvasElement, 'paused', 1);
    await expectRows(canvasElement, 'sending', 2);
    await expectSaid(canvasElement, 'crash.log paused');
    await expect(within(canvasElement).getByRole('button', { name: 'Resume crash.log' })).toHaveFocus();
  },
};

/** All of them paused: one button pauses and resumes, and stays where it is. */
export const AllPaused: Story = {
  parameters: account(),
  args: { edges: stopsAt(0.5) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, ...some());
    await press(canvasElement, 'Pause all');
    await expectRows(canvasElement, 'paused', 5);
    await expect(await canvas.findByText(/^0 of 5 attached · Paused$/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Resume all' })).toHaveFocus();
    await expectSaid(canvasElement, '5 files paused');
  },
};

/** The device has no network: files wait for it, and go on by themselves. */
export const WaitingOffline: Story = {
  parameters: account(),
  args: { edges: offline },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('notes.txt'));
    await expect(await within(canvasElement).findByText('Waiting for the network')).toBeVisible();
    await expectSaid(canvasElement, 'You are offline. Uploads wait.');
    await attach(canvasElement, text('more.txt'));
    const line = await within(canvasElement).findByText(/^0 of 2 attached · Waiting for the network$/);
    await expect(line).toBeVisible();
  },
};

/** The storage has answered before and is silent now: it is asked again until it is back. */
export const WaitingForTheStorage: Story = {
  parameters: account(() => {}, { http: [http.post(`*${baseUrl}/uploads`, () => HttpResponse.error())] }),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('notes.txt'));
    await waitFor(
      () =>
        expect(canvasElement.querySelector('.s3a-upload')).toHaveTextContent(
          /The storage does not answer, trying again|Trying again|Not attached/,
        ),
      { timeout: 8000 },
    );
  },
};

/** A passing fault of S3: the next try comes by itself, or now. */
export const TryingAgain: Story = {
  parameters: account(),
  args: { edges: answers(503, 30) },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('notes.txt', 70_000));
    await expectRows(canvasElement, 'waiting');
    await expect(within(canvasElement).getByRole('button', { name: 'Try notes.txt now' })).toBeVisible();
  },
};

/** All bytes are there; the backend is registering them. */
export const Registering: Story = {
  parameters: account(() => {}, {
    http: [
      http.post(`*${baseUrl}/*complete`, async () => {
        await delay('infinite');
        return HttpResponse.json({});
      }),
    ],
  }),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('almost.png'));
    await expect(await within(canvasElement).findByText('Finishing')).toBeVisible();
    await expect(within(canvasElement).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '99');
  },
};

/** The bucket is encrypted with a KMS key: a large file goes in one piece, and its row says what that means. */
export const InOnePiece: Story = {
  parameters: account((aws) => {
    for (const bucket of aws.buckets) {
      const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
      bucket.encryption = { type: 'aws:kms', keyArn, state: 'Enabled', allowed: true };
    }
  }),
  args: { edges: { ...stopsAt(0.3), multipartThreshold: 5 * 1024 ** 2 } },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('backup.png', 12_000_000));
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-upload')).toHaveTextContent(/In one piece, .* KMS key/),
      { timeout: 8000 },
    );
  },
};

/** A row is moved by its handle with the arrow keys, or from anywhere in it with Alt. */
export const Reordering: Story = {
  parameters: account(),
  args: { edges: stopsAt(0.3) },
  play: async ({ canvasElement }) => {
    const names = () =>
      [...canvasElement.querySelectorAll('.s3a-upload-name')].map((name) => name.textContent);
    await attach(canvasElement, text('a.txt', 70_000), text('b.txt', 70_001), text('c.txt', 70_002));
    await expectRows(canvasElement, 'sending', 3);
    const grip = within(canvasElement).getByRole('button', { name: 'Move a.txt with the arrow keys' });
    grip.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(names()).toEqual(['b.txt', 'a.txt', 'c.txt']));
    await expect(grip).toHaveFocus();
    await expectSaid(canvasElement, 'a.txt is now 2 of 3');
    within(canvasElement).getByRole('button', { name: 'Cancel c.txt' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    await waitFor(() => expect(names()).toEqual(['c.txt', 'b.txt', 'a.txt']));
  },
};

/** Five thousand files: only what is seen stands in the page, and the arrow keys, Home and End go through all. */
export const FiveThousand: Story = {
  parameters: account(),
  args: { edges: offline },
  play: async ({ canvasElement }) => {
    await attach(
      canvasElement,
      ...Array.from({ length: 5000 }, (_, place) => text(`log ${place + 1}.txt`, 10)),
    );
    await within(canvasElement).findByText('log 1.txt', {}, { timeout: 12_000 });
    await expect(canvasElement.querySelectorAll('.s3a-upload').length).toBeLessThan(40);
    const first = canvasElement.querySelector('.s3a-upload');
    await waitFor(() => expect(first).toHaveAttribute('aria-setsize', '5000'));
    first?.querySelector<HTMLElement>('[data-control=remove]')?.focus();
    await userEvent.keyboard('{End}');
    const last = await within(canvasElement).findByText('log 5000.txt');
    await expect(last.closest('.s3a-upload')).toContainElement(document.activeElement as HTMLElement);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Cancel log 4998.txt'));
  },
};
