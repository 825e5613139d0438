import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { GuidePicture } from '../../src/components/settings/pictures/GuidePicture.tsx';
import {
  type PictureFacts,
  pictureMessages,
} from '../../src/components/settings/pictures/pictureMessages.ts';
import { corsRules, documentText, type GuideStep, guideSteps } from '../../src/guide/index.ts';

const facts: PictureFacts = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  links: 'public',
  keyPrefix: '',
  largeFiles: false,
};

const markup = (step: GuideStep, changed: Partial<PictureFacts> = {}) =>
  renderToStaticMarkup(
    <GuidePicture step={step} facts={{ ...facts, ...changed }} messages={pictureMessages} />,
  );

/** The lines of the drawn editor without their numbers; a bar gives an empty one. */
const editor = (html: string) =>
  html
    .split('class="s3a-picture-line"')
    .slice(1)
    .map((line) =>
      (line.split('</div>')[0] as string)
        .replace(/^[^>]*>/, '')
        .replace(/<span class="s3a-picture-line-number">\d+<\/span>/, '')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&quot;', '"'),
    );

it('draws the CORS rules as they are to be pasted', () => {
  expect(JSON.parse(editor(markup('cors')).join('\n'))).toEqual(corsRules());
  const withPost = editor(markup('cors', { post: true })).join('\n');
  expect(JSON.parse(withPost)).toEqual(corsRules({ post: true }));
});

it.each([
  {},
  { keyPrefix: 'tickets/' },
  { region: 'us-gov-west-1', largeFiles: true },
  { region: 'cn-north-1', keyPrefix: 'a/b/', bucket: 'arn' },
])('draws nothing in a policy that the document to paste does not say: %o', (changed) => {
  for (const step of ['bucket-policy', 'iam-policy'] as const) {
    const document = documentText(step, { ...facts, ...changed }).replace(/\s/g, '');
    for (const line of editor(markup(step, changed))) expect(document).toContain(line.replace(/\s/g, ''));
  }
});

it('names the bucket wherever the console would', () => {
  for (const step of guideSteps.filter((step) => step !== 'public-access')) {
    expect(pictureMessages.alternative[step](facts), step).toContain('“acme-attachments”');
    expect(markup(step), step).toContain('>acme-attachments');
  }
});

it('writes a placeholder while the bucket has no name', () => {
  for (const step of guideSteps) expect(markup(step, { bucket: '' }), step).toContain('YOUR-BUCKET-NAME');
});

it('opens nothing with private links', () => {
  for (const step of ['public-access', 'bucket-policy'] as const) {
    const { length } = markup(step, { links: 'private' });
    expect(length).toBeLessThan(markup(step).length);
    expect(pictureMessages.alternative[step]({ ...facts, links: 'private' })).toContain('stays so');
  }
});

it('is one image to a screen reader, with nothing in it to reach', () => {
  for (const step of guideSteps) {
    const html = markup(step);
    expect(html.match(/role=/g)).toHaveLength(1);
    expect(html).toContain('aria-hidden="true"');
    expect(html).not.toMatch(/<(?:button|input|a|select|textarea)\b|tabindex|style=/i);
  }
});
