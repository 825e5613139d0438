'use client';
import { ConsoleButton } from './console/ConsoleButton.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTick } from './console/ConsoleTick.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import type { PictureFacts } from './pictureMessages.ts';

/** IAM, “Create access key” of the user: what the key is for, the confirmation, and the page that shows key and secret. */
export function AccessKeyPicture({ bucket }: PictureFacts) {
  const crumbs = ['IAM', 'Users', bucket, 'Create access key'];
  return (
    <ConsoleWindow place="Global">
      <ConsolePage
        crumbs={crumbs}
        title="Access key best practices & alternatives"
        footer={<ConsoleFooter order={3} label="Next" />}
      >
        <ConsolePanel title="Use case">
          <ConsoleTick kind="radio">Command Line Interface (CLI)</ConsoleTick>
          <ConsoleTick kind="radio">Local code</ConsoleTick>
          <Mark order={1}>
            <ConsoleTick kind="radio" state="on">
              <b>Third-party service</b>
            </ConsoleTick>
          </Mark>
          <ConsoleTick kind="radio">Other</ConsoleTick>
        </ConsolePanel>
        <Mark order={2}>
          <ConsoleTick state="on">
            I understand the above recommendation and want to proceed to create an access key.
          </ConsoleTick>
        </Mark>
      </ConsolePage>
      <ConsolePage
        crumbs={crumbs}
        title="Retrieve access keys"
        footer={
          <div className="s3a-picture-footer">
            <Mark order={5} inline>
              <ConsoleButton label="Download .csv file" />
            </Mark>
            <ConsoleButton label="Done" look="primary" />
          </div>
        }
      >
        <ConsolePanel title="Access key">
          <Mark order={4}>
            <div className="s3a-picture-row" data-head>
              <span>Access key</span>
              <span>Secret access key</span>
            </div>
            <div className="s3a-picture-row">
              <span className="s3a-picture-masked">AKIA••••••••</span>
              <span className="s3a-picture-masked">••••••••••••</span>
            </div>
          </Mark>
        </ConsolePanel>
      </ConsolePage>
    </ConsoleWindow>
  );
}
