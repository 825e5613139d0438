import type { Meta, StoryObj } from '@storybook/react-vite';
import { type FakeAccount, fakeAgent } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, http } from 'msw';
import { expect, waitFor, within } from 'storybook/test';
import {
  account,
  args,
  attach,
  baseUrl,
  expectRows,
  expectSaid,
  picture,
  press,
  Stage,
  text,
} from './Stage.tsx';

/** Files that did not arrive: the cause once, above; a line in each row; what can be done for one and for all. */
const meta = {
  title: 'AttachmentUploader/Failed',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

const fails =
  (title: string | RegExp, link?: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await attach(canvasElement, picture());
    await waitFor(() => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(title), {
      timeout: 12_000,
    });
    await expectRows(canvasElement, 'failed');
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try screenshot.png again' })).toBeVisible();
    if (link) await expect(canvas.getAllByRole('link')[0]).toHaveAttribute('href', `#settings-${link}`);
    else await expect(canvas.queryByRole('link')).toBeNull();
  };

const keysOff = (aws: FakeAccount) => {
  for (const user of aws.users) for (const key of user.accessKeys) key.status = 'Inactive';
};

/** The access key was deactivated in IAM. */
export const AccessKeyUnknown: Story = {
  parameters: account(keysOff),
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

/** The same cause of many files is said once, and tried again for all of them. */
export const ManyForOneCause: Story = {
  parameters: account((aws) => {
    for (const user of aws.users) user.policies = [];
  }),
  play: async ({ canvasElement }) => {
    await attach(
      canvasElement,
      ...Array.from({ length: 12 }, (_, place) => text(`page ${place + 1}.txt`, place + 1)),
    );
    await expectRows(canvasElement, 'failed', 12);
    await waitFor(() => expect(canvasElement.querySelectorAll('.s3a-alert')).toHaveLength(1));
    await waitFor(() =>
      expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(
        /^12 files: .*may not store files/,
      ),
    );
    await expectSaid(canvasElement, /^12 files failed: .*may not store files/);
  },
};

/** Mended in AWS, then *Try again*: all of them, by one button. */
export const TriedAgain: Story = {
  parameters: account(keysOff),
  play: async (context) => {
    const { canvasElement } = context;
    await attach(canvasElement, picture('one.png'), picture('two.png', 9000));
    await expectRows(canvasElement, 'failed', 2);
    const { s3 } = context.loaded.backend as { s3: { account: FakeAccount } };
    for (const user of s3.account.users) for (const key of user.accessKeys) key.status = 'Active';
    await press(canvasElement, 'Try again');
    await expectRows(canvasElement, 'stored', 2);
    await expect(canvasElement.querySelector('.s3a-alert')).toBeNull();
    await expectSaid(canvasElement, '2 files uploaded');
  },
};

/** One of several failed, for a reason of its own: the others are attached. */
export const OneOfSeveral: Story = {
  play: async ({ canvasElement }) => {
    const large = picture('recording.mov');
    Object.defineProperty(large, 'size', { value: 27_300_000 });
    await attach(canvasElement, text('a.txt'), large, text('b.txt', 20));
    await expectRows(canvasElement, 'stored', 2);
    await expectRows(canvasElement, 'failed', 1);
    await waitFor(() =>
      expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(/^recording\.mov: /),
    );
  },
};

/** The failure as an agent sees it: nothing private, and a reference to hand on. */
export const ForAnAgent: Story = {
  parameters: account(
    (aws) => {
      for (const user of aws.users) user.policies = [];
    },
    { viewer: fakeAgent },
  ),
  play: async (context) => {
    await fails('The file storage needs your administrator')(context);
    const alert = context.canvasElement.querySelector('.s3a-alert');
    await expect(alert).toHaveTextContent(/reference: [A-Z2-9]{4}\./);
    await expect(alert).not.toHaveTextContent(/PutObject|AKIA|arn:/);
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
      { timeout: 12_000 },
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
