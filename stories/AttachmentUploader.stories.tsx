import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  AttachmentUploader,
  type AttachmentUploaderProps,
  createClient,
  targetToText,
} from '@triage-ai/s3-attachments';
import { type FakeAccount, documentedAccount, fakeAgent } from '@triage-ai/s3-attachments/testing';
import { delay, HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';

const baseUrl = '/api/s3-attachments';

/** The composer's uploader: choose, drop or paste; files go straight from the browser to S3. */
const meta = {
  title: 'AttachmentUploader',
  component: AttachmentUploader,
  render: function Render(args) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <AttachmentUploader {...args} client={client} />;
  },
  args: {
    ticketId: '1',
    settingsHref: (target) => `#settings-${targetToText(target)}`,
    onEvent: fn(),
  } as Partial<AttachmentUploaderProps> as AttachmentUploaderProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof AttachmentUploader>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A documented account that is configured in triage.ai, then changed in AWS. */
const account = (change: (account: FakeAccount) => void = () => {}, over: Partial<StoryBackend> = {}) => ({
  backend: (): StoryBackend => ({
    account: documentedAccount(),
    ...over,
    prepare: async (backend) => {
      await backend.configure();
      change(backend.s3.account);
    },
  }),
});

const picture = (name = 'screenshot.png', size = 240_000) =>
  new File([new Uint8Array(size)], name, { type: 'image/png' });

const attach = async (canvasElement: HTMLElement, ...files: File[]) => {
  const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no file input.');
  await userEvent.upload(input, files);
};

const fails =
  (title: string | RegExp, link?: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, picture());
    await waitFor(() => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(title), {
      timeout: 8000,
    });
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
    if (link) await expect(canvas.getAllByRole('link')[0]).toHaveAttribute('href', `#settings-${link}`);
    else await expect(canvas.queryByRole('link')).toBeNull();
  };

/** Nothing chosen yet. */
export const Empty: Story = { parameters: account() };

/** Files are held over the composer. */
export const DraggedOver: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    const data = new DataTransfer();
    data.items.add(picture());
    const root = canvasElement.querySelector('.s3a-uploader');
    root?.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }));
    await expect(await within(canvasElement).findByText('Drop to attach')).toBeVisible();
  },
};

/** Files were dropped, and are stored in S3. */
export const Stored: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    const data = new DataTransfer();
    data.items.add(picture('one.png'));
    data.items.add(picture('two.png'));
    canvasElement
      .querySelector('.s3a-uploader')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-status=stored]')).toHaveLength(2), {
      timeout: 8000,
    });
    await expect(await within(canvasElement).findByText('2 files uploaded')).toBeInTheDocument();
  },
};

/** S3 is not configured: the same widget, the database. */
export const StoredInTheDatabase: Story = {
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('small.png', 20_000));
    await waitFor(() => expect(canvasElement.querySelector('[data-status=stored]')).not.toBeNull(), {
      timeout: 8000,
    });
  },
};

/** On its way. */
export const Uploading: Story = {
  parameters: account(() => {}, {
    http: [
      http.put('https://s3.practice.test/*', async () => {
        await delay('infinite');
        return new HttpResponse(null);
      }),
    ],
  }),
  play: async ({ canvasElement }) => {
    await attach(
      canvasElement,
      picture('quarterly report with a name that is longer than the row can show.png'),
    );
    await expect(await within(canvasElement).findByRole('progressbar')).toBeInTheDocument();
  },
};

/** A name full of quotes, emoji and another script. */
export const OddName: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('“Bericht” 🧾 تقرير <b>&amp;.png'));
    await waitFor(() => expect(canvasElement.querySelector('[data-status=stored]')).not.toBeNull(), {
      timeout: 8000,
    });
    await expect(within(canvasElement).getByText('“Bericht” 🧾 تقرير <b>&amp;.png')).toBeVisible();
  },
};

/** The access key was deactivated in IAM. */
export const AccessKeyUnknown: Story = {
  parameters: account((aws) => {
    for (const user of aws.users) for (const key of user.accessKeys) key.status = 'Inactive';
  }),
  play: fails('AWS does not know this access key', 'field:accessKeyId'),
};

/** The secret that was entered is another one. */
export const SecretWrong: Story = {
  parameters: account((aws) => {
    for (const user of aws.users) for (const key of user.accessKeys) key.secretAccessKey = 'x'.repeat(40);
  }),
  play: fails('The secret access key is wrong', 'field:secretAccessKey'),
};

/** The IAM policy was taken from the user. */
export const PutNotAllowed: Story = {
  parameters: account((aws) => {
    for (const user of aws.users) user.policies = [];
  }),
  play: fails('may not store files', 'step:iam-policy:Resource'),
};

/** The bucket was deleted: opaque in a browser, so the backend asks S3. */
export const BucketMissing: Story = {
  parameters: account((aws) => {
    aws.buckets = [];
  }),
  play: fails('There is no bucket named', 'field:bucket'),
};

/** The bucket is in another region than the one that was entered. */
export const RegionWrong: Story = {
  parameters: account((aws) => {
    for (const bucket of aws.buckets) bucket.region = 'ap-southeast-2';
  }),
  play: fails('The bucket is in ap-southeast-2', 'field:region'),
};

/** The bucket has no CORS rules: opaque in a browser, so the backend asks S3. */
export const CorsMissing: Story = {
  parameters: account((aws) => {
    for (const bucket of aws.buckets) bucket.cors = null;
  }),
  play: fails('The bucket has no CORS rules', 'step:cors'),
};

/** The CORS rules lack PUT. */
export const CorsWithoutPut: Story = {
  parameters: account((aws) => {
    for (const rule of aws.buckets[0]?.cors ?? []) rule.AllowedMethods = ['GET', 'HEAD'];
  }),
  play: fails('do not allow PUT', 'step:cors:AllowedMethods'),
};

/** The same failure as an agent sees it: nothing private, and a reference to hand on. */
export const FailedForAnAgent: Story = {
  parameters: account(
    (aws) => {
      for (const user of aws.users) user.policies = [];
    },
    { viewer: fakeAgent },
  ),
  play: async (context) => {
    await fails('The file storage needs your administrator')(context);
    await expect(context.canvasElement.querySelector('.s3a-alert')).toHaveTextContent(
      /reference: [A-Z2-9]{4}\./,
    );
    await expect(context.canvasElement.querySelector('.s3a-alert')).not.toHaveTextContent(
      /PutObject|AKIA|arn:/,
    );
  },
};

/** Stored, but the public link will not open: the bucket policy is missing. */
export const StoredButNotReadable: Story = {
  parameters: account((aws) => {
    for (const bucket of aws.buckets) bucket.policy = null;
  }),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture());
    await waitFor(
      () =>
        expect(canvasElement.querySelector('.s3a-alert[data-tone=warning]')).toHaveTextContent(
          'its link cannot be opened',
        ),
      { timeout: 8000 },
    );
  },
};

/** The same for an agent: stored, nothing to do again, a reference to hand on. */
export const StoredButNotReadableForAnAgent: Story = {
  parameters: account(
    (aws) => {
      for (const bucket of aws.buckets) bucket.policy = null;
    },
    { viewer: fakeAgent },
  ),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture());
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent('The file is stored'),
      { timeout: 8000 },
    );
    await expect(within(canvasElement).queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};

/** The file was changed or deleted since it was chosen: not the storage's fault. */
export const FileUnreadable: Story = {
  parameters: account(() => {}, {
    http: [http.put('https://s3.practice.test/*', () => HttpResponse.error())],
  }),
  play: async ({ canvasElement }) => {
    const gone = picture('moved-away.png');
    gone.slice = () => {
      throw new DOMException('The file could not be read.', 'NotReadableError');
    };
    await attach(canvasElement, gone);
    await waitFor(
      () =>
        expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent('cannot be read any more'),
      { timeout: 8000 },
    );
    await expect(within(canvasElement).queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};

/** The browser got no answer, and S3 tells our server that all is well: no cause is claimed. */
export const TransferBlocked: Story = {
  parameters: account(() => {}, {
    http: [http.put('https://s3.practice.test/*', () => HttpResponse.error())],
  }),
  play: fails('The browser could not send the file to S3'),
};

/** Larger than the database takes: with both sizes, and no *Try again* that could not work. */
export const TooLargeForTheDatabase: Story = {
  play: async ({ canvasElement }) => {
    const large = picture('recording.mov');
    Object.defineProperty(large, 'size', { value: 27_300_000 });
    await attach(canvasElement, large);
    await waitFor(
      () =>
        expect(canvasElement.querySelector('.s3a-alert')).toHaveTextContent(
          'It has 27.3 MB; the storage takes at most 26.2 MB',
        ),
      { timeout: 8000 },
    );
    await expect(within(canvasElement).queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};

/** Our own backend does not answer. */
export const BackendDown: Story = {
  parameters: account(() => {}, { http: [http.post(`*${baseUrl}/uploads`, () => HttpResponse.error())] }),
  play: fails('triage.ai cannot be reached'),
};

/** Mended in AWS, then *Try again*. */
export const TriedAgain: Story = {
  parameters: account((aws) => {
    for (const user of aws.users) for (const key of user.accessKeys) key.status = 'Inactive';
  }),
  play: async (context) => {
    await fails('AWS does not know this access key', 'field:accessKeyId')(context);
    const { s3 } = context.loaded.backend as { s3: { account: FakeAccount } };
    for (const user of s3.account.users) for (const key of user.accessKeys) key.status = 'Active';
    await userEvent.click(within(context.canvasElement).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(context.canvasElement.querySelector('[data-status=stored]')).not.toBeNull(), {
      timeout: 8000,
    });
  },
};

/** A failure in the dark. */
export const FailedInTheDark: Story = { ...PutNotAllowed, globals: { scheme: 'dark' } };

/** Right to left. */
export const RightToLeft: Story = { ...Uploading, globals: { direction: 'rtl' } };
