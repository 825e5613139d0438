import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { GuidePicture, type GuidePictureProps } from '../src/components/settings/pictures/GuidePicture.tsx';
import { pictureMessages } from '../src/components/settings/pictures/pictureMessages.ts';
import { type GuideStep, guideSteps } from '../src/guide/index.ts';

const facts: GuidePictureProps['facts'] = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  links: 'public',
  keyPrefix: '',
  largeFiles: false,
};

/** The guide’s drawings of the AWS console, made out for the administrator’s bucket, with what to click marked in its order. */
const meta = {
  title: 'Guide pictures',
  component: GuidePicture,
  render: (args) => (
    <div className="s3a">
      <GuidePicture {...args} />
    </div>
  ),
  args: { step: 'create-bucket', facts, messages: pictureMessages },
  play: async ({ canvasElement, args }) => {
    // One sentence is heard; nothing of the drawing can be reached.
    const picture = within(canvasElement).getByRole('img');
    const { bucket } = args.facts;
    await expect(picture).toHaveAccessibleName(
      args.messages.alternative[args.step]({ ...args.facts, bucket: bucket || 'YOUR-BUCKET-NAME' }),
    );
    await expect(picture.querySelector('button, input, a, [tabindex]')).toBeNull();
    await expect(picture.scrollWidth).toBeLessThanOrEqual(picture.clientWidth);
  },
} satisfies Meta<typeof GuidePicture>;

export default meta;
type Story = StoryObj<typeof meta>;

const all = (changed: Partial<GuidePictureProps['facts']>): Story => ({
  render: (args) => (
    <div className="s3a">
      <div style={{ display: 'grid', gap: '2rem' }}>
        {guideSteps.map((step) => (
          <GuidePicture key={step} {...args} step={step} />
        ))}
      </div>
    </div>
  ),
  args: { facts: { ...facts, ...changed } },
  play: async ({ canvasElement }) => {
    const pictures = within(canvasElement).getAllByRole('img');
    await expect(pictures).toHaveLength(guideSteps.length);
    for (const picture of pictures)
      await expect(picture.scrollWidth).toBeLessThanOrEqual(picture.clientWidth);
  },
});

const one = (step: GuideStep, links: 'public' | 'private' = 'public'): Story => ({
  args: { step, facts: { ...facts, links } },
});

/** Region, name, and the button at the end of the page. */
export const CreateBucket: Story = one('create-bucket');

/** The tick goes, and the warning is acknowledged. */
export const PublicAccess: Story = one('public-access');

/** With private links the tick stays. */
export const PublicAccessPrivate: Story = one('public-access', 'private');

/** From the tab to the saved policy. */
export const BucketPolicy: Story = one('bucket-policy');

/** With private links there is no policy. */
export const BucketPolicyPrivate: Story = one('bucket-policy', 'private');

/** From the tab to the saved rules. */
export const Cors: Story = one('cors');

/** The JSON editor, then the policy’s name. */
export const IamPolicy: Story = one('iam-policy');

/** With private links the user reads too, and tidies up after large files. */
export const IamPolicyPrivateLargeFiles: Story = {
  args: {
    step: 'iam-policy',
    facts: { ...facts, links: 'private', largeFiles: true, keyPrefix: 'tickets/' },
  },
};

/** The policy is found by its name, and ticked. */
export const IamUser: Story = one('iam-user');

/** What the key is for, then key and secret. */
export const AccessKey: Story = one('access-key');

/** All seven. */
export const AllSteps: Story = all({});

/** A name of 63 characters, a long prefix, GovCloud: what is long is cut, what matters is not. */
export const LongName: Story = all({
  bucket: 'acme-international-customer-support-attachments-production-2026',
  region: 'us-gov-west-1',
  keyPrefix: 'help-desk/tickets/attachments/2026/',
  largeFiles: true,
});

/** Before a name is typed. */
export const EmptyName: Story = all({ bucket: '', region: '' });

/** With private links. */
export const PrivateLinks: Story = all({ links: 'private' });

/** Dark. */
export const Dark: Story = { ...all({}), globals: { scheme: 'dark' } };

/** Right to left: the console stays as it is, the caption follows the page. */
export const RightToLeft: Story = { ...all({}), globals: { direction: 'rtl' } };
