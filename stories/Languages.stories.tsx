import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  AttachmentUploader,
  createClient,
  S3SettingsPanel,
  targetToText,
  useUploader,
} from '@triage-ai/s3-attachments';
import { createXhrTransfer } from '@triage-ai/s3-attachments/client';
import * as ar from '@triage-ai/s3-attachments/locales/ar';
import * as de from '@triage-ai/s3-attachments/locales/de';
import * as en from '@triage-ai/s3-attachments/locales/en';
import * as es from '@triage-ai/s3-attachments/locales/es';
import * as fr from '@triage-ai/s3-attachments/locales/fr';
import * as ja from '@triage-ai/s3-attachments/locales/ja';
import * as ptBR from '@triage-ai/s3-attachments/locales/pt-BR';
import * as zhCN from '@triage-ai/s3-attachments/locales/zh-CN';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { press } from './settings/acts.ts';
import { stopsAt } from './uploader/scriptedEdges.ts';
import { account, attach, baseUrl, expectRows, picture, text } from './uploader/Stage.tsx';

const languages = { en, de, fr, es, 'pt-BR': ptBR, ja, 'zh-CN': zhCN, ar };

interface Language {
  tag: keyof typeof languages;
}

// What is reported of the file that fails is no news in a run of the tests.
const quiet = account(undefined, { log: () => {} });
const line = stopsAt(0.6).transfer;
const send = createXhrTransfer();

/** The composer over the settings: two files are under way, one has failed, and the check says why. */
function BothWidgets({ tag }: Language) {
  const { settingsMessages, uploaderMessages } = languages[tag];
  const [client] = useState(() => createClient({ baseUrl }));
  useUploader(client, {
    ticketId: '1',
    transfer: (request) => (request.body.size > 1_000_000 ? line : send)(request),
  });
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <AttachmentUploader
        client={client}
        ticketId="1"
        messages={uploaderMessages}
        settingsHref={(target) => `#settings-${targetToText(target)}`}
      />
      <S3SettingsPanel client={client} messages={settingsMessages} />
    </div>
  );
}

/** Both widgets in each of the languages that come with the package. */
const meta = {
  title: 'Languages',
  component: BothWidgets,
  play: async (context) => {
    const { canvasElement, args } = context;
    const { settingsMessages, uploaderMessages } = languages[args.tag];
    const canvas = within(canvasElement);
    const { s3 } = context.loaded.backend as FakeBackend;
    for (const rule of s3.account.buckets[0]?.cors ?? []) rule.AllowedMethods = ['GET', 'HEAD'];
    await waitFor(() =>
      expect(canvasElement.querySelector('.s3a-panel .s3a-status')).toHaveTextContent(
        'triage-ai-attachments',
      ),
    );
    await attach(
      canvasElement,
      picture('recording of the screen.png', 18_000_000),
      picture('contract.png', 2_400_000),
    );
    await expectRows(canvasElement, 'sending', 2);
    await attach(canvasElement, text('crash.log', 82_000));
    await expectRows(canvasElement, 'failed');
    const full = await uploaderMessages.full?.load();
    await waitFor(() => {
      const title = canvasElement.querySelector('.s3a-uploader .s3a-alert-title');
      if (full) expect(title).toHaveTextContent('PUT');
      else expect(title).toBeVisible();
    });
    await press(canvas, settingsMessages.check.start);
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-check')).toHaveAttribute('data-status', 'done'),
      { timeout: 10_000 },
    );
    for (const widget of canvasElement.querySelectorAll('.s3a'))
      await expect(widget.scrollWidth).toBeLessThanOrEqual(widget.clientWidth);
  },
} satisfies Meta<typeof BothWidgets>;

export default meta;
type Story = StoryObj<typeof meta>;

/** As it is without any words given. */
export const English: Story = { args: { tag: 'en' }, parameters: quiet };

/** Words that are as long as words get. */
export const German: Story = { args: { tag: 'de' }, parameters: quiet };

/** Narrow no-break spaces before its colons, and inside its quotation marks. */
export const French: Story = { args: { tag: 'fr' }, parameters: quiet };

/** For Spain and Latin America alike. */
export const Spanish: Story = { args: { tag: 'es' }, parameters: quiet };

/** Of Brazil. */
export const Portuguese: Story = { args: { tag: 'pt-BR' }, parameters: quiet };

/** Without spaces between its words. */
export const Japanese: Story = { args: { tag: 'ja' }, parameters: quiet };

/** Simplified. */
export const Chinese: Story = { args: { tag: 'zh-CN' }, parameters: quiet };

/** From right to left; what is AWS’s stays from left to right. */
export const Arabic: Story = { args: { tag: 'ar' }, parameters: quiet };
