import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  type Attachment,
  AttachmentUploader,
  createClient,
  useUploader,
  useUploadSummary,
} from '@triage-ai/s3-attachments';
import { toRequest } from '@triage-ai/s3-attachments/testing';
import { delay, HttpResponse, http } from 'msw';
import { type FormEvent, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Chips } from './Headless.tsx';
import { account, args, attach, baseUrl, expectRows, press, Stage, text } from './Stage.tsx';

/** The uploader as a field: controlled, in a plain form, with React Hook Form, in a draft, and with another skin. */
const meta = {
  title: 'AttachmentUploader/In a form',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

const names = (attachments: readonly Attachment[]) => attachments.map(({ name }) => name).join(', ');

/** The host holds the attachments: what it takes out leaves the list. */
export const Controlled: Story = {
  parameters: account(),
  render: function Render(props) {
    const [value, setValue] = useState<readonly Attachment[]>([]);
    return (
      <>
        <Stage {...props} value={value} onChange={setValue} />
        <p data-value>{names(value)}</p>
        <button type="button" onClick={() => setValue(value.slice(1))}>
          Without the first
        </button>
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const value = () => canvasElement.querySelector('[data-value]');
    await attach(canvasElement, text('a.txt'), text('b.txt', 20));
    await waitFor(() => expect(value()).toHaveTextContent('a.txt, b.txt'), { timeout: 8000 });
    await press(canvasElement, 'Without the first');
    await expectRows(canvasElement, 'stored', 1);
    await expect(value()).toHaveTextContent(/^b\.txt$/);
  },
};

const onSend = fn();

interface Reply {
  text: string;
  files: readonly Attachment[];
}

/** With React Hook Form: a `Controller`, and *Send* that waits until the files are there. */
export const ReactHookForm: Story = {
  parameters: account(),
  render: function Render({ ticketId }) {
    const [client] = useState(() => createClient({ baseUrl }));
    const { control, register, handleSubmit } = useForm<Reply>({ defaultValues: { text: '', files: [] } });
    const { pending } = useUploadSummary(useUploader(client, { ticketId }));
    return (
      <form
        aria-label="Reply"
        onSubmit={(event) => void handleSubmit(({ text, files }) => onSend(text, names(files)))(event)}
      >
        <textarea aria-label="Your reply" rows={3} {...register('text')} />
        <Controller
          control={control}
          name="files"
          render={({ field: { value, onChange } }) => (
            <AttachmentUploader client={client} ticketId={ticketId} value={value} onChange={onChange} />
          )}
        />
        <button type="submit" disabled={pending > 0}>
          Send
        </button>
      </form>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    onSend.mockClear();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your reply' }), 'Here they are.');
    await attach(canvasElement, text('a.txt'), text('b.txt', 20));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled());
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled(), {
      timeout: 8000,
    });
    await expectRows(canvasElement, 'stored', 2);
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(onSend).toHaveBeenCalledWith('Here they are.', 'a.txt, b.txt'));
  },
};

/** A plain form: hidden inputs carry the ids. */
export const PlainForm: Story = {
  parameters: account(),
  render: function Render(props) {
    const [sent, setSent] = useState<string[]>([]);
    return (
      <form
        aria-label="Reply"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          setSent(new FormData(event.currentTarget).getAll('attachment').map(String));
        }}
      >
        <Stage {...props} name="attachment" />
        <button type="submit">Send</button>
        <output>{sent.length > 0 && `${sent.length} ids`}</output>
      </form>
    );
  },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('a.txt'), text('b.txt', 20));
    await expectRows(canvasElement, 'stored', 2);
    await waitFor(() => expect(canvasElement.querySelectorAll('input[type=hidden]')).toHaveLength(2));
    await press(canvasElement, 'Send');
    await expect(await within(canvasElement).findByText('2 ids')).toBeVisible();
  },
};

/** A draft that was left with a file in it: after a reload the file is back. */
export const RestoredDraft: Story = {
  parameters: account(() => {}, {
    prepare: async ({ handle, basePath, s3 }) => {
      const client = createClient({
        baseUrl: basePath,
        fetch: (url, init) => handle(new Request(new URL(String(url), location.href), init)),
      });
      const file = { id: 'f1', name: 'from yesterday.txt', size: 5, type: 'text/plain' };
      const { uploads } = await client.signUploads({
        body: { ticketId: '1', draftId: 'reply', files: [file] },
      });
      const result = uploads[0]?.result;
      if (result?.status !== 'signed' || result.target.to !== 's3') return;
      const { url, headers } = result.target;
      await s3(toRequest(url, { method: 'PUT', headers, body: 'hello' }));
      await client.completeUpload({ attachmentId: result.attachmentId, body: {} });
    },
  }),
  args: { draftId: 'reply' },
  play: async ({ canvasElement }) => {
    await expectRows(canvasElement, 'stored', 1);
    await expect(within(canvasElement).getByText('from yesterday.txt')).toBeVisible();
    await press(canvasElement, 'Remove from yesterday.txt');
    await expectRows(canvasElement, 'stored', 0);
  },
};

/** The draft cannot be read: said, and read again on request. */
export const DraftUnreadable: Story = {
  parameters: account(() => {}, {
    http: [http.get(`*${baseUrl}/tickets/:ticket/drafts/*`, () => HttpResponse.error())],
  }),
  args: { draftId: 'reply' },
  play: async ({ canvasElement }) => {
    await waitFor(
      () =>
        expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(
          /^Files of this draft: triage\.ai cannot be reached/,
        ),
      { timeout: 8000 },
    );
    await expect(within(canvasElement).getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The draft is being read. */
export const DraftBeingRead: Story = {
  parameters: account(() => {}, {
    http: [
      http.get(`*${baseUrl}/tickets/:ticket/drafts/*`, async () => {
        await delay('infinite');
        return HttpResponse.json({ attachments: [] });
      }),
    ],
  }),
  args: { draftId: 'reply' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.s3a-uploader')).toHaveAttribute('aria-busy', 'true');
    await expect(within(canvasElement).getByRole('button', { name: 'Attach files' })).toBeEnabled();
  },
};

/** Another skin on `useAttachmentUploader`: its whole code is `Headless.tsx`. */
export const AnotherSkin: Story = {
  parameters: account(),
  render: function Render({ ticketId }) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <Chips client={client} ticketId={ticketId} />;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, text('a.txt'), text('b.txt', 20));
    await expect(await canvas.findByText(/^a\.txt \(stored\)/, {}, { timeout: 8000 })).toBeVisible();
    canvas.getByRole('button', { name: 'Remove a.txt' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Remove b.txt' })).toHaveFocus();
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Ready'));
  },
};
