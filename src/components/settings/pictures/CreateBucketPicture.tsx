'use client';
import { ConsoleField } from './console/ConsoleField.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTick } from './console/ConsoleTick.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import type { PictureFacts } from './pictureMessages.ts';
import { regionName } from './regionName.ts';

/** Amazon S3, “Create bucket”: the region, the name, and the button at the end of the page. */
export function CreateBucketPicture({ bucket, region }: PictureFacts) {
  const name = regionName(region);
  return (
    <ConsoleWindow place={name}>
      <ConsolePage
        crumbs={['Amazon S3', 'Buckets', 'Create bucket']}
        title="Create bucket"
        footer={<ConsoleFooter order={3} label="Create bucket" />}
      >
        <ConsolePanel title="General configuration">
          <Mark order={1}>
            <ConsoleField label="AWS Region" value={name || region} tail={name && ` ${region}`} readOnly />
          </Mark>
          <div className="s3a-picture-tiles">
            <ConsoleTick kind="radio" state="on">
              General purpose
            </ConsoleTick>
            <ConsoleTick kind="radio">Directory</ConsoleTick>
          </div>
          <Mark order={2}>
            <ConsoleField label="Bucket name" value={bucket} />
          </Mark>
        </ConsolePanel>
        <span className="s3a-picture-more" />
      </ConsolePage>
    </ConsoleWindow>
  );
}
