'use client';
import { Icon } from '../../primitives/Icon.tsx';
import { Bar } from './console/Bar.tsx';
import { ConsoleField } from './console/ConsoleField.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTick } from './console/ConsoleTick.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import type { PictureFacts } from './pictureMessages.ts';
import { regionName } from './regionName.ts';

// The four settings below it, which follow it.
const granted = ['medium', 'long', 'short', 'long'] as const;

/** Further down on “Create bucket”: public access is not blocked, and that is acknowledged; with private links it stays blocked. */
export function PublicAccessPicture({ bucket, region, links }: PictureFacts) {
  const blocked = links === 'private';
  return (
    <ConsoleWindow place={regionName(region)}>
      <ConsolePage crumbs={['Amazon S3', 'Buckets', 'Create bucket']} title="Create bucket">
        <ConsoleField label="Bucket name" value={bucket} />
        <span className="s3a-picture-more" />
        <ConsolePanel title="Block Public Access settings for this bucket">
          <Mark order={blocked ? 'ok' : 1}>
            <ConsoleTick state={blocked ? 'on' : 'untick'}>
              <b>Block all public access</b>
            </ConsoleTick>
          </Mark>
          <div className="s3a-picture-four">
            {granted.map((length, index) => (
              // The bars have no other identity than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <ConsoleTick key={index} state={blocked ? 'on' : 'off'}>
                <Bar length={length} />
              </ConsoleTick>
            ))}
          </div>
          {!blocked && (
            <div className="s3a-picture-warning">
              <Icon name="alert" size={14} />
              <b>
                Turning off block all public access might result in this bucket and the objects within
                becoming public
              </b>
              <Mark order={2}>
                <ConsoleTick state="on">
                  I acknowledge that the current settings might result in this bucket and the objects within
                  becoming public.
                </ConsoleTick>
              </Mark>
            </div>
          )}
        </ConsolePanel>
      </ConsolePage>
    </ConsoleWindow>
  );
}
