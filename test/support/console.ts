import type { Locator, Page } from 'playwright';
import type { Hand } from './Hand.ts';

/** A part of the practice AWS console, by the guide's step that is done there. */
export function consolePart(page: Page, step: string): Locator {
  return page.locator(`section#${step}`);
}

const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });

/** Throws everything in the practice account away. */
export async function startFromEmpty({ page, press }: Hand): Promise<void> {
  await press(button(page, 'Start from an empty account'));
  await press(button(page.getByRole('dialog'), 'Start from an empty account'));
  await page.getByText('The account is empty.').waitFor();
}

/** S3 › Buckets › Create bucket, with Block Public Access off. */
export async function createBucket(hand: Hand, name: string, region: string): Promise<void> {
  const { page, press, pick, type, tick } = hand;
  const part = consolePart(page, 'create-bucket');
  await page.bringToFront();
  await press(button(part, 'Create bucket'));
  await pick(part.getByLabel('AWS Region'), region);
  await type(part.getByLabel('Bucket name'), name);
  await tick(part.getByRole('checkbox', { name: 'Block all public access' }));
  await tick(part.getByRole('checkbox', { name: /^I acknowledge/ }));
  await press(button(part, 'Create bucket'));
  await part.getByText(`Successfully created bucket “${name}”.`).waitFor();
}

/** Pastes the clipboard into a document of the bucket, and saves it. */
export async function pasteDocument(hand: Hand, step: string, title: string): Promise<void> {
  const { page, press, paste } = hand;
  const part = consolePart(page, step);
  await page.bringToFront();
  await paste(part.getByRole('textbox', { name: title, exact: true }));
  await press(button(part, `Save ${title}`));
  await part.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
}

/** IAM › Policies › Create policy, with the clipboard as its JSON. */
export async function createPolicy(hand: Hand, name: string): Promise<void> {
  const { page, press, paste, type } = hand;
  const part = consolePart(page, 'iam-policy');
  await page.bringToFront();
  await press(button(part, 'Create policy'));
  await paste(part.getByLabel('Policy editor: JSON'));
  await press(button(part, 'Next'));
  await type(part.getByLabel('Policy name'), name);
  await press(button(part, 'Create policy'));
  await part.getByText(`Policy ${name} created.`).waitFor();
}

/** IAM › Users › Create user, with a policy attached, or with none. */
export async function createUser(hand: Hand, name: string, policy: string | null): Promise<void> {
  const { page, press, type, tick, choose } = hand;
  const part = consolePart(page, 'iam-user');
  await page.bringToFront();
  await press(button(part, 'Create user'));
  await type(part.getByLabel('User name'), name);
  await press(button(part, 'Next'));
  if (policy !== null) {
    await choose(part.getByRole('radio', { name: 'Attach policies directly' }));
    await type(part.getByLabel('Search policies by name'), policy.slice(0, 5));
    await tick(part.getByRole('checkbox', { name: policy, exact: true }));
  }
  await press(button(part, 'Next'));
  await press(button(part, 'Create user'));
  await part.getByText(`User ${name} created successfully.`).waitFor();
}

/** IAM › Users › Security credentials › Create access key; ends where the key is shown, once. */
export async function createAccessKey(hand: Hand, description: string): Promise<void> {
  const { page, press, type, tick, choose } = hand;
  const part = consolePart(page, 'access-key');
  await page.bringToFront();
  await press(button(part, 'Create access key'));
  await choose(part.getByRole('radio', { name: 'Third-party service' }));
  await tick(part.getByRole('checkbox', { name: /^I understand/ }));
  await press(button(part, 'Next'));
  await type(part.getByLabel('Description tag value'), description);
  await press(button(part, 'Create access key'));
  await part.getByRole('heading', { name: 'Retrieve access keys' }).waitFor();
}

/** Copies one of the two values of the new access key, and gives it. */
export async function copyFromKey(hand: Hand, name: 'Access key' | 'Secret access key'): Promise<string> {
  const { page, press } = hand;
  await page.bringToFront();
  const copy = button(consolePart(page, 'access-key'), `Copy ${name}`);
  await press(copy);
  await copy.filter({ hasText: 'Copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
