'use client';
import { bucketPolicy } from '../../../guide/index.ts';
import { Bar } from './console/Bar.tsx';
import { ConsoleButton } from './console/ConsoleButton.tsx';
import { ConsoleEditor } from './console/ConsoleEditor.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleTabs } from './console/ConsoleTabs.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import { Then } from './console/Then.tsx';
import type { PictureFacts } from './pictureMessages.ts';
import { regionName } from './regionName.ts';
import { resourceLine } from './resourceLine.ts';

/** The bucket's tab “Permissions”, “Bucket policy”, and the editor behind “Edit”; with private links there is no policy. */
export function BucketPolicyPicture(facts: PictureFacts) {
  const { bucket, links } = facts;
  const crumbs = ['Amazon S3', 'Buckets', { name: bucket }];
  const [statement] = bucketPolicy(facts).Statement;
  return (
    <ConsoleWindow place={regionName(facts.region)}>
      <ConsolePage crumbs={crumbs} title={{ name: bucket }}>
        <ConsoleTabs />
        <ConsolePanel
          title="Bucket policy"
          action={
            links === 'public' ? (
              <Mark order={2} inline>
                <ConsoleButton label="Edit" />
              </Mark>
            ) : (
              <ConsoleButton label="Edit" />
            )
          }
        >
          <Bar length="long" />
          {links === 'public' ? (
            <div className="s3a-picture-none">No policy to display.</div>
          ) : (
            <Mark order="ok">
              <div className="s3a-picture-none">No policy to display.</div>
            </Mark>
          )}
        </ConsolePanel>
      </ConsolePage>
      {links === 'public' && statement && (
        <>
          <Then />
          <ConsolePage
            crumbs={crumbs}
            title="Edit bucket policy"
            footer={<ConsoleFooter order={4} label="Save changes" />}
          >
            <ConsolePanel title="Policy">
              <Mark order={3}>
                <ConsoleEditor
                  lines={[
                    '{',
                    { bar: 'short' },
                    '  "Statement": [{',
                    { bar: 'medium' },
                    `    "Principal": "${statement.Principal}",`,
                    `    "Action": "${statement.Action}",`,
                    '    "Resource":',
                    resourceLine(statement.Resource, facts),
                    '  }]',
                    '}',
                  ]}
                />
              </Mark>
            </ConsolePanel>
          </ConsolePage>
        </>
      )}
    </ConsoleWindow>
  );
}
