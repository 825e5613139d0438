import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { account, args, attach, expectRows, photo, picture, Stage, text } from './Stage.tsx';
import { stopsAt } from './scriptedEdges.ts';

/** The same in the dark, from right to left, and where there is little room. */
const meta = {
  title: 'AttachmentUploader/Looks',
  component: Stage,
  args: { ...args, edges: { ...stopsAt(0.6), concurrency: 2 }, maxFileSize: 20_000_000 },
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

const several: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await attach(
    canvasElement,
    await photo('sunrise.png', '#b42318', '#f5c26b'),
    picture('recording.png', 18_000_000),
    text('crash.log', 820_000),
    picture('far too large.png', 40_000_000),
  );
  await expectRows(canvasElement, 'sending', 2);
  await expectRows(canvasElement, 'refused', 1);
  await waitFor(() => expect(canvasElement.querySelector('.s3a-thumb canvas:not([hidden])')).not.toBeNull());
  const root = canvasElement.querySelector<HTMLElement>('.s3a-uploader');
  await expect(root?.scrollWidth).toBeLessThanOrEqual(root?.clientWidth ?? 0);
};

/** Several files in several states. */
export const Light: Story = {
  parameters: account(),
  play: several,
};

/** In the dark. */
export const Dark: Story = {
  parameters: account(),
  globals: { scheme: 'dark' },
  play: several,
};

/** From right to left: bars fill from the right. */
export const RightToLeft: Story = {
  parameters: account(),
  globals: { direction: 'rtl' },
  play: several,
};

/** In 288 px, as on a narrow phone. */
export const Narrow: Story = {
  parameters: account(),
  decorators: [
    (Story) => (
      <div style={{ width: 288 }}>
        <Story />
      </div>
    ),
  ],
  play: several,
};

/** A host's own words, in German, with its numbers. */
export const InGerman: Story = {
  parameters: account(),
  args: {
    locale: 'de',
    messages: {
      uploader: {
        choose: 'Dateien anhängen',
        hint: 'oder hierher ziehen oder einfügen',
        queued: 'Wartet',
        sending: ({ loaded, total, left }) => `${loaded} von ${total}${left ? ` · noch ${left}` : ''}`,
        refused: {
          too_large: ({ size, maximum }, bytes) => `Hat ${bytes(size)}, höchstens ${bytes(maximum)} gehen`,
        },
      },
    },
  },
  play: async (context) => {
    await several(context);
    await expect(context.canvasElement).toHaveTextContent('Hat 40 MB, höchstens 20 MB gehen');
    await waitFor(() => expect(context.canvasElement).toHaveTextContent(/von 18 MB/));
  },
};
