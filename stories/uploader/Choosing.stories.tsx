import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import {
  account,
  args,
  attach,
  drag,
  expectRows,
  expectSaid,
  picture,
  press,
  Stage,
  text,
} from './Stage.tsx';
import { stopsAt } from './scriptedEdges.ts';

/** How files come in: the button, a folder, the camera, by dropping and by pasting. */
const meta = {
  title: 'AttachmentUploader/Choosing',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing chosen yet. */
export const Empty: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Attach files' })).toHaveAccessibleDescription(
      'or drop or paste them here',
    );
    await expect(canvas.queryByRole('list')).toBeNull();
  },
};

/** Files are held over the widget. */
export const DraggedOver: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    drag(canvasElement.querySelector('.s3a-uploader'), 'over', picture());
    await expect(await within(canvasElement).findByText('Drop to attach')).toBeVisible();
  },
};

/** Files are held over the composer, which takes them all over; the whole of it lights up. */
export const DraggedOverTheComposer: Story = {
  parameters: account(),
  render: function Render(props) {
    const composer = useRef<HTMLFormElement>(null);
    return (
      <form ref={composer} aria-label="Reply" style={{ display: 'grid', gap: 12, padding: 16 }}>
        <textarea aria-label="Your reply" rows={4} />
        <Stage {...props} dropZone={composer} />
      </form>
    );
  },
  play: async ({ canvasElement }) => {
    const composer = within(canvasElement).getByRole('form', { name: 'Reply' });
    drag(composer.querySelector('textarea'), 'over', picture());
    const cover = (await within(composer).findByText('Drop to attach')).parentElement;
    await waitFor(() => expect(composer).toHaveAttribute('data-s3a-over'));
    const size = composer.getBoundingClientRect();
    await expect(cover?.getBoundingClientRect().width).toBeGreaterThan(size.width - 4);
    await expect(cover?.getBoundingClientRect().height).toBeGreaterThan(size.height - 4);
  },
};

/** Files were dropped on the widget. */
export const Dropped: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    drag(canvasElement.querySelector('.s3a-uploader'), 'drop', picture('one.png'), picture('two.png', 9000));
    await expectRows(canvasElement, 'stored', 2);
    await expectSaid(canvasElement, '2 files uploaded');
    await expect(within(canvasElement).queryByText('Drop to attach')).toBeNull();
  },
};

/** A screenshot was pasted: it gets a name that tells something. */
export const Pasted: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(picture('image.png'));
    canvasElement
      .querySelector('.s3a-uploader')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await expect(await within(canvasElement).findByText(/^Pasted .+\.png$/)).toBeVisible();
  },
};

/** A folder was chosen: each file tells where it stood, and what systems put beside files is left out. */
export const Folder: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    const within = (path: string) => {
      const file = text(path.split('/').at(-1) ?? '');
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    };
    const input = canvasElement.querySelector('input[type=file]');
    // A script cannot choose a folder: the files are given as the browser gives them.
    Object.defineProperty(input, 'files', {
      configurable: true,
      value: [within('logs/monday.txt'), within('logs/old/sunday.txt'), within('logs/.DS_Store')],
    });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await expectRows(canvasElement, 'stored', 2);
    await expect(canvasElement.querySelector('.s3a-upload:last-child')).toHaveTextContent('logs/old/');
  },
};

/** The same file was chosen twice: it is taken, and the row says that there is another. */
export const Duplicate: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('minutes.txt'));
    await expectRows(canvasElement, 'stored');
    await attach(canvasElement, text('minutes.txt'));
    await expect(await within(canvasElement).findByText(/The same file is above/)).toBeVisible();
    await expectRows(canvasElement, 'stored', 2);
  },
};

/** A name full of quotes, emoji and another script. */
export const OddName: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('“Bericht” 🧾 تقرير <b>&amp;.png'));
    await expectRows(canvasElement, 'stored');
    await expect(within(canvasElement).getByText('“Bericht” 🧾 تقرير <b>&amp;.png')).toBeVisible();
  },
};

/** A name is changed before its file is sent: it waits meanwhile. */
export const Renaming: Story = {
  parameters: account(),
  args: { edges: { ...stopsAt(0), concurrency: 1 } },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('first.png'), picture('IMG_2041.png'));
    await press(canvasElement, 'Rename IMG_2041.png');
    const field = within(canvasElement).getByRole('textbox', { name: 'New name for IMG_2041.png' });
    await waitFor(() => expect(field).toHaveFocus());
    // The extension is left alone.
    await expect((field as HTMLInputElement).selectionEnd).toBe('IMG_2041'.length);
  },
};
