import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { account, args, attach, expectRows, expectSaid, picture, press, Stage, text } from './Stage.tsx';

/** Files that the host's own rules keep out: each row says why, with the numbers. */
const meta = {
  title: 'AttachmentUploader/Refused',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

const refuses =
  (reason: string, ...files: File[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await attach(canvasElement, ...files);
    await expectRows(canvasElement, 'refused');
    await expect(within(canvasElement).getByText(reason)).toBeVisible();
    await expectSaid(canvasElement, `${files.at(-1)?.name} not taken: ${reason}`);
  };

/** A kind of file that is not taken. */
export const WrongKind: Story = {
  parameters: account(),
  args: { accept: 'image/*,.pdf' },
  play: refuses('This kind of file is not taken; taken are image/*,.pdf', text('script.sh')),
};

/** One too many; those before it are taken. */
export const TooMany: Story = {
  parameters: account(),
  args: { maxFiles: 2 },
  play: async (context) => {
    const files = [text('a.txt'), text('b.txt', 2), text('c.txt', 3)];
    await refuses('At most 2 files can be attached', ...files)(context);
    await expectRows(context.canvasElement, 'stored', 2);
    await expect(within(context.canvasElement).getAllByText('Attached')).toHaveLength(2);
  },
};

/** Only one: the button takes no more, nor a folder. */
export const OnlyOne: Story = {
  parameters: account(),
  args: { maxFiles: 1 },
  play: async (context) => {
    await expect(context.canvasElement.querySelector('input[type=file]')).not.toHaveAttribute('multiple');
    await refuses('Only one file can be attached', text('a.txt'), text('b.txt', 2))(context);
  },
};

/** Too large, with both sizes. */
export const TooLarge: Story = {
  parameters: account(),
  args: { maxFileSize: 1_000_000 },
  play: refuses('It has 2.4 MB; at most 1 MB are taken', picture('large.png', 2_400_000)),
};

/** Too small. */
export const TooSmall: Story = {
  parameters: account(),
  args: { minFileSize: 100 },
  play: refuses('It has 0 bytes; at least 100 bytes are needed', text('empty.txt', 0)),
};

/** Too large together. */
export const TooLargeTogether: Story = {
  parameters: account(),
  args: { maxTotalSize: 300_000 },
  play: refuses(
    'All files would have 440 kB together; at most 300 kB are taken',
    picture('first.png', 240_000),
    picture('second.png', 200_000),
  ),
};

/** Many for the same reason: summed up over the rows, and dismissed together. */
export const ManyTooMany: Story = {
  parameters: account(),
  args: { maxFiles: 2 },
  play: async ({ canvasElement }) => {
    await attach(
      canvasElement,
      ...Array.from({ length: 12 }, (_, place) => text(`page ${place + 1}.txt`, place)),
    );
    await expectRows(canvasElement, 'refused', 10);
    await expect(
      within(canvasElement).getByText('10 files were not taken. At most 2 files can be attached.'),
    ).toBeVisible();
    await expectSaid(canvasElement, '10 files not taken: At most 2 files can be attached');
    await press(canvasElement, 'Dismiss');
    await expectRows(canvasElement, 'refused', 0);
    await expectRows(canvasElement, 'stored', 2);
  },
};
