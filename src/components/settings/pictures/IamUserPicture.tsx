'use client';
import { ConsoleField } from './console/ConsoleField.tsx';
import { Bar } from './console/Bar.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTick } from './console/ConsoleTick.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { CutText } from './console/CutText.tsx';
import { Mark } from './console/Mark.tsx';
import { Then } from './console/Then.tsx';
import type { PictureFacts } from './pictureMessages.ts';

const crumbs = ['IAM', 'Users', 'Create user'];

/** IAM, “Create user”: the user's name, and the policy of the step before, found by its name and ticked. */
export function IamUserPicture({ bucket }: PictureFacts) {
  return (
    <ConsoleWindow place="Global">
      <ConsolePage
        crumbs={crumbs}
        title="Specify user details"
        footer={<ConsoleFooter order={2} label="Next" />}
      >
        <ConsolePanel title="User details">
          <Mark order={1}>
            <ConsoleField label="User name" value={bucket} />
          </Mark>
          <ConsoleTick>
            <Bar length="long" />
          </ConsoleTick>
        </ConsolePanel>
      </ConsolePage>
      <Then />
      <ConsolePage crumbs={crumbs} title="Set permissions" footer={<ConsoleFooter order={6} label="Next" />}>
        <ConsolePanel title="Permissions options">
          <div className="s3a-picture-tiles">
            <ConsoleTick kind="radio">Add user to group</ConsoleTick>
            <ConsoleTick kind="radio">Copy permissions</ConsoleTick>
            <Mark order={3}>
              <ConsoleTick kind="radio" state="on">
                Attach policies directly
              </ConsoleTick>
            </Mark>
          </div>
        </ConsolePanel>
        <ConsolePanel title="Permissions policies">
          <Mark order={4}>
            <ConsoleField
              label=""
              value={bucket}
              icon={
                <svg className="s3a-picture-lens" viewBox="0 0 14 14">
                  <path d="M6 10.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM9.5 9.5l3 3" />
                </svg>
              }
            />
          </Mark>
          <div className="s3a-picture-table">
            <div className="s3a-picture-row">
              <span className="s3a-picture-column">Policy name</span>
              <span className="s3a-picture-column">Type</span>
            </div>
            <Mark order={5}>
              <div className="s3a-picture-row">
                <ConsoleTick state="on">
                  <CutText text={bucket} />
                </ConsoleTick>
                <span>Customer managed</span>
              </div>
            </Mark>
          </div>
        </ConsolePanel>
      </ConsolePage>
    </ConsoleWindow>
  );
}
