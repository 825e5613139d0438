'use client';
import { Bar } from './console/Bar.tsx';
import { ConsoleButton } from './console/ConsoleButton.tsx';
import { ConsoleField } from './console/ConsoleField.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTick } from './console/ConsoleTick.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import { Then } from './console/Then.tsx';
import type { PictureFacts } from './pictureMessages.ts';

/** IAM, “Create access key” of the user: what the key is for, the confirmation, and the page that shows key and secret. */
export function AccessKeyPicture({ bucket }: PictureFacts) {
  return (
    <ConsoleWindow place="Global">
      <ConsolePage
        crumbs={['IAM', 'Users', { name: bucket }, 'Create access key']}
        title="Access key best practices & alternatives"
        footer={<ConsoleFooter order={3} label="Next" />}
      >
        <ConsolePanel title="Use case">
          <ConsoleTick kind="radio">Command Line Interface (CLI)</ConsoleTick>
          <ConsoleTick kind="radio">
            <Bar />
          </ConsoleTick>
          <Mark order={1}>
            <ConsoleTick kind="radio" state="on">
              <b>Third-party service</b>
            </ConsoleTick>
          </Mark>
          <ConsoleTick kind="radio">Other</ConsoleTick>
        </ConsolePanel>
        <ConsolePanel title="Confirmation">
          <Mark order={2}>
            <ConsoleTick state="on">
              I understand the above recommendation and want to proceed to create an access key.
            </ConsoleTick>
          </Mark>
        </ConsolePanel>
      </ConsolePage>
      <Then />
      <div className="s3a-picture-stack">
        <ConsolePage
          title="Set description tag"
          footer={<ConsoleFooter order={4} label="Create access key" />}
        >
          <ConsoleField label="Description tag value" value="triage.ai" />
        </ConsolePage>
        <Then />
        <ConsolePage
          title="Retrieve access keys"
          footer={
            <div className="s3a-picture-footer">
              <Mark order={6} inline>
                <ConsoleButton label="Download .csv file" />
              </Mark>
              <ConsoleButton label="Done" look="primary" />
            </div>
          }
        >
          <ConsolePanel title="Access key">
            <Mark order={5}>
              <div className="s3a-picture-keys">
                <span className="s3a-picture-column">Access key</span>
                <span className="s3a-picture-column">Secret access key</span>
                <span>AKIA••••</span>
                <span>••••••••••</span>
              </div>
            </Mark>
          </ConsolePanel>
        </ConsolePage>
      </div>
    </ConsoleWindow>
  );
}
