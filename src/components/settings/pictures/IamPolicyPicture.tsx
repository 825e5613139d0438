'use client';
import { iamPolicy } from '../../../guide/index.ts';
import { Bar } from './console/Bar.tsx';
import { ConsoleEditor } from './console/ConsoleEditor.tsx';
import { ConsoleField } from './console/ConsoleField.tsx';
import { ConsoleFooter } from './console/ConsoleFooter.tsx';
import { ConsolePage } from './console/ConsolePage.tsx';
import { ConsolePanel } from './console/ConsolePanel.tsx';
import { ConsoleWindow } from './console/ConsoleWindow.tsx';
import { Mark } from './console/Mark.tsx';
import { Then } from './console/Then.tsx';
import type { PictureFacts } from './pictureMessages.ts';
import { resourceLine } from './resourceLine.ts';

const crumbs = ['IAM', 'Policies', 'Create policy'];

/** IAM, “Create policy”: the editor set to JSON with the document in it, then the policy's name. */
export function IamPolicyPicture(facts: PictureFacts) {
  const [statement] = iamPolicy(facts).Statement;
  const actions =
    statement?.Action.map(
      (action, index, { length }) => `      "${action}"${index < length - 1 ? ',' : ''}`,
    ) ?? [];
  return (
    <ConsoleWindow place="Global">
      <ConsolePage
        crumbs={crumbs}
        title="Specify permissions"
        footer={<ConsoleFooter order={3} label="Next" />}
      >
        <ConsolePanel
          title="Policy editor"
          action={
            <div className="s3a-picture-segments">
              <span>Visual</span>
              <Mark order={1} inline>
                <b>JSON</b>
              </Mark>
            </div>
          }
        >
          <Mark order={2}>
            <ConsoleEditor
              lines={[
                '{',
                { bar: 'short' },
                '  "Statement": [{',
                { bar: 'medium' },
                '    "Action": [',
                ...actions,
                '    ],',
                '    "Resource":',
                resourceLine(statement?.Resource ?? '', facts),
                '  }]',
                '}',
              ]}
            />
          </Mark>
        </ConsolePanel>
      </ConsolePage>
      <Then />
      <ConsolePage
        crumbs={crumbs}
        title="Review and create"
        footer={<ConsoleFooter order={5} label="Create policy" />}
      >
        <ConsolePanel title="Policy details">
          <Mark order={4}>
            <ConsoleField label="Policy name" value={facts.bucket} />
          </Mark>
          <Bar length="medium" />
        </ConsolePanel>
        <span className="s3a-picture-more" />
      </ConsolePage>
    </ConsoleWindow>
  );
}
