import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  AttachmentList,
  type AttachmentListProps,
  createClient,
  targetToText,
} from '@triage-ai/s3-attachments';
import { fakeAgent, type FakeBackend } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, delay, http } from 'msw';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';
import { drawPicture, refuseDeletions, store, textFile } from './list/ticketFiles.ts';
import {
  picturesIn,
  pictureShown,
  privateAccount,
  slow,
  ticketHolding,
  usualFiles,
} from './list/ticketHolding.ts';

const baseUrl = '/api/s3-attachments';

/** What a ticket holds: pictures, links, sizes and days; *Download*, and *Delete* that can be undone for a while. */
const meta = {
  title: 'AttachmentList',
  component: AttachmentList,
  tags: ['autodocs'],
  render: function Render(args) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <AttachmentList {...args} client={client} />;
  },
  args: {
    ticketId: '1',
    locale: 'en-GB',
    settingsHref: (target) => `#settings-${targetToText(target)}`,
  } as Partial<AttachmentListProps> as AttachmentListProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof AttachmentList>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Pictures have a thumbnail, everything else the sign of its kind. */
export const Pictures: Story = {
  parameters: ticketHolding(),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByRole('link')).toHaveLength(3);
    await pictureShown(canvasElement);
  },
};

/** A ticket without attachments shows nothing. */
export const None: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.s3a-list')).not.toHaveAttribute('aria-busy'));
    await expect(within(canvasElement).queryByRole('list')).toBeNull();
  },
};

/** While it is read, nothing is shown; it is said to who cannot see. */
export const Loading: Story = {
  parameters: {
    backend: (): StoryBackend => ({
      http: [http.get(`*${baseUrl}/tickets/*`, () => delay('infinite'))],
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Loading attachments')).toBeInTheDocument();
  },
};

/** The backend cannot be reached; once it can, *Try again* shows the list. */
export const BackendDown: Story = {
  parameters: {
    backend: (): StoryBackend => ({
      http: [http.get(`*${baseUrl}/tickets/*`, () => HttpResponse.error())],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('triage.ai cannot be reached', undefined, slow)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** Each kind of file has its sign. */
export const OtherKinds: Story = {
  parameters: ticketHolding(() => [
    textFile('contract.pdf', 'application/pdf', 120_400),
    textFile('export.csv', 'text/csv', 9_120),
    textFile('logs.zip', 'application/zip', 401_000),
    textFile('call.mp3', 'audio/mpeg', 88_000),
    textFile('screen.mp4', 'video/mp4', 640_000),
    textFile('drawing.svg', 'image/svg+xml', 4_000),
    textFile('unknown', 'application/octet-stream', 1),
  ]),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByRole('link')).toHaveLength(7);
    // What could run as a page is no picture.
    await expect(picturesIn(canvasElement)).toHaveLength(0);
  },
};

/** Long, right-to-left and odd names. */
export const OddNames: Story = {
  parameters: ticketHolding(() => [
    textFile(
      'a name that is so long that no row of a ticket can show it whole, not even on a wide screen.log',
      'text/plain',
      4096,
    ),
    textFile('חשבונית מס׳ 7.pdf', 'application/pdf', 7_700),
    textFile('<b>not bold</b> & “quoted”.txt', 'text/plain', 10),
    textFile('🧾 Größe 1½.txt', 'text/plain', 10),
  ]),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('link', { name: '<b>not bold</b> & “quoted”.txt' }),
    ).toBeVisible();
  },
};

/** From right to left. */
export const RightToLeft: Story = { ...OddNames, globals: { direction: 'rtl' } };

const openFirst: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await userEvent.click(
    await within(canvasElement).findByRole('button', { name: 'View screenshot of the error.png' }),
  );
  const page = within(document.body);
  const dialog = await page.findByRole('dialog', { name: 'screenshot of the error.png' }, slow);
  await waitFor(
    () =>
      expect(within(dialog).getByAltText<HTMLImageElement>('screenshot of the error.png').naturalWidth).toBe(
        1280,
      ),
    slow,
  );
};

/** A picture, large. */
export const LightboxOpen: Story = { parameters: ticketHolding(), play: openFirst };

/** By keyboard alone: opened, on to the next, back to the list at the picture that was shown last. */
export const LightboxByKeyboard: Story = {
  parameters: ticketHolding(),
  play: async (context) => {
    const canvas = within(context.canvasElement);
    (await canvas.findByRole('button', { name: 'View screenshot of the error.png' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await within(document.body).findByRole('dialog', undefined, slow);
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Close' })).toHaveFocus());
    await userEvent.keyboard('{ArrowRight}');
    await expect(dialog.querySelector('[aria-live]')).toHaveTextContent('2 of 2, photo of the router.jpg');
    await expect(within(dialog).getByRole('button', { name: 'Next picture' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'View photo of the router.jpg' })).toHaveFocus(),
    );
  },
};

/** In its actual size a picture is scrolled, also by keyboard. */
export const LightboxActualSize: Story = {
  parameters: ticketHolding(async () => [await drawPicture('screenshot of the error.png', 1280, 4000)]),
  play: async (context) => {
    await openFirst(context);
    const page = within(document.body);
    const actual = page.getByRole('switch', { name: 'Actual size' });
    // Nothing can be made larger before all of it is there.
    await waitFor(() => expect(actual).not.toHaveAttribute('aria-disabled'), slow);
    await userEvent.click(actual);
    const stage = await page.findByRole('group', { name: 'Picture in its actual size' }, slow);
    // It has a size only when it was read.
    await waitFor(() => expect(stage.scrollHeight).toBeGreaterThan(stage.clientHeight), slow);
    await expect(stage).toHaveAttribute('tabindex', '0');
  },
};

/** It could be read when the list was opened, and cannot be downloaded any more. */
export const DownloadRefused: Story = {
  parameters: ticketHolding(),
  play: async (context) => {
    const backend = (context.loaded as { backend: FakeBackend }).backend;
    await pictureShown(context.canvasElement);
    const bucket = backend.s3.account.buckets[0];
    if (bucket) bucket.policy = null;
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Download photo of the router.jpg' }));
    await expect(
      await canvas.findByText('The file is no longer in the storage, or may not be read', undefined, slow),
    ).toBeVisible();
  },
};

/** Deleted: it can be undone for a while, and the focus is at *Undo*. */
export const Undo: Story = {
  args: { undoWindow: 3_600_000 } as AttachmentListProps,
  parameters: ticketHolding(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete screenshot of the error.png' }));
    await expect(canvas.queryByRole('link', { name: 'screenshot of the error.png' })).toBeNull();
    await expect(
      canvas.getByRole('button', { name: 'Undo deleting screenshot of the error.png' }),
    ).toHaveFocus();
    await expect(canvas.getByText('screenshot of the error.png deleted')).toBeInTheDocument();
  },
};

/** Undone: it is back in its place, and the focus is at *Delete*. */
export const Undone: Story = {
  ...Undo,
  play: async (context) => {
    await Undo.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Undo deleting screenshot of the error.png' }));
    await expect(canvas.getByRole('button', { name: 'Delete screenshot of the error.png' })).toHaveFocus();
    await expect(canvas.getByText('screenshot of the error.png is back')).toBeInTheDocument();
  },
};

/** A name that is long, deleted. */
export const UndoLongName: Story = {
  args: { undoWindow: 3_600_000 } as AttachmentListProps,
  parameters: OddNames.parameters ?? {},
  play: async ({ canvasElement }) => {
    for (const remove of await within(canvasElement).findAllByRole('button', { name: /^Delete/ })) {
      await userEvent.click(remove);
    }
    await expect(within(canvasElement).getAllByRole('button', { name: /^Undo/ })).toHaveLength(4);
  },
};

/** The request is on its way: nothing can be undone any more. */
export const Deleting: Story = {
  args: { undoWindow: 0 } as AttachmentListProps,
  parameters: ticketHolding(usualFiles, {
    http: [http.delete(`*${baseUrl}/attachments/*`, () => delay('infinite'))],
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete gateway.log' }));
    const undo = canvas.getByRole('button', { name: 'Undo deleting gateway.log' });
    undo.blur();
    await userEvent.unhover(undo);
    await waitFor(() => expect(undo).toHaveAttribute('aria-busy', 'true'), slow);
  },
};

/** Deleted, in S3 too. */
export const Deleted: Story = {
  args: { undoWindow: 0 } as AttachmentListProps,
  parameters: ticketHolding(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete gateway.log' }));
    canvas.queryByRole('button', { name: 'Undo deleting gateway.log' })?.blur();
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(2), slow);
    await expect(canvas.getByText('gateway.log deleted')).toBeInTheDocument();
  },
};

const deleteRefused =
  (title: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete gateway.log' }));
    canvas.queryByRole('button', { name: 'Undo deleting gateway.log' })?.blur();
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(title),
      slow,
    );
    await expect(canvas.getAllByRole('link', { name: /\.(png|jpg|log)$/ })).toHaveLength(3);
  };

/** S3 refuses to delete: the IAM policy lacks DeleteObject. The attachment is back, and an administrator sees where to mend it. */
export const DeleteRefused: Story = {
  args: { undoWindow: 0 } as AttachmentListProps,
  parameters: ticketHolding(usualFiles, { change: refuseDeletions }),
  play: async (context) => {
    await deleteRefused('may not delete files')(context);
    await expect(
      within(context.canvasElement).getByRole('link', { name: /Go to the step “IAM policy”/ }),
    ).toBeVisible();
  },
};

/** The same for an agent: whom to tell, and no names of keys or buckets. */
export const DeleteRefusedToAgent: Story = {
  args: { undoWindow: 0 } as AttachmentListProps,
  parameters: ticketHolding(usualFiles, { change: refuseDeletions, viewer: fakeAgent }),
  play: deleteRefused('The file storage needs your administrator'),
};

/** The objects went from the bucket by another way. The documented policy does not tell “missing” from “not readable”. */
export const Missing: Story = {
  parameters: ticketHolding(usualFiles, {
    change: async ({ s3 }) => {
      for (const id of await s3.objects.list('')) if (id.includes('photo')) await s3.objects.delete(id);
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText('The file is no longer in the storage, or may not be read', undefined, slow),
    ).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
    await pictureShown(canvasElement);
  },
};

/** The storage's address does not answer: nothing is claimed. */
export const Unreachable: Story = {
  parameters: ticketHolding(usualFiles, {
    http: [http.get('https://s3.practice.test/*', () => HttpResponse.error())],
  }),
  play: async ({ canvasElement }) => {
    const told = () => within(canvasElement).queryAllByText(/^The file could not be loaded/);
    // One picture after the other.
    await waitFor(() => expect(told()).toHaveLength(2), slow);
  },
};

/** Links are private: each is signed when it is used, so that none goes stale however long the page is open. */
export const PrivateLinks: Story = {
  parameters: {
    backend: (): StoryBackend => ({
      account: privateAccount(),
      urlLifetime: 1,
      prepare: async (backend) => {
        await backend.configure({ links: 'private' });
        await store(backend, await usualFiles());
      },
    }),
  },
  play: async (context) => {
    await pictureShown(context.canvasElement);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await openFirst(context);
  },
};

/** For who may only read. */
export const ReadOnly: Story = {
  args: { readOnly: true } as AttachmentListProps,
  parameters: ticketHolding(),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByRole('link');
    await expect(within(canvasElement).queryByRole('button', { name: /^Delete/ })).toBeNull();
    await expect(within(canvasElement).getAllByRole('button', { name: /^Download/ })).toHaveLength(3);
  },
};

/** Dark. */
export const Dark: Story = { ...Pictures, globals: { scheme: 'dark' } };

/** A picture, large and dark. */
export const DarkLightbox: Story = { ...LightboxOpen, globals: { scheme: 'dark' } };

/** In a narrow column: *Delete* is a picture. */
export const Narrow: Story = {
  ...Pictures,
  decorators: [
    (Story) => (
      <div style={{ width: 320 }}>
        <Story />
      </div>
    ),
  ],
};

/** 200 attachments: only those that are seen are laid out. */
export const TwoHundred: Story = {
  parameters: ticketHolding(() =>
    Array.from({ length: 200 }, (_, index) => textFile(`part ${index + 1}.log`, 'text/plain', 1000 + index)),
  ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('.s3a-file')).toHaveLength(200), {
      timeout: 10_000,
    });
  },
};
