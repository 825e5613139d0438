'use client';
import { corsRules } from '../../../guide/index.ts';
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

const commas = (texts: readonly string[]) =>
  texts.map((text, index) => (index < texts.length - 1 ? `${text},` : text));

// As the document to paste has them: none of the methods is cut.
const linesOf = (post: boolean) => [
  '[',
  '  {',
  ...commas(
    corsRules({ post }).flatMap((rule) =>
      Object.entries(rule).map(([key, values]) =>
        values.length > 1
          ? `    "${key}": [\n${commas(values.map((value) => `      "${value}"`)).join('\n')}\n    ]`
          : `    "${key}": ${JSON.stringify(values)}`,
      ),
    ),
  ).flatMap((text) => text.split('\n')),
  '  }',
  ']',
];

const documented = linesOf(false);
const withPost = linesOf(true);

/** The bucket's tab “Permissions”, “Cross-origin resource sharing (CORS)”, and the editor behind “Edit”. */
export function CorsPicture({ bucket, region, post }: PictureFacts) {
  const crumbs = ['Amazon S3', 'Buckets', { name: bucket }];
  return (
    <ConsoleWindow place={regionName(region)}>
      <ConsolePage crumbs={crumbs} title={{ name: bucket }}>
        <ConsoleTabs />
        <span className="s3a-picture-more" />
        <ConsolePanel
          title="Cross-origin resource sharing (CORS)"
          action={
            <Mark order={2} inline>
              <ConsoleButton label="Edit" />
            </Mark>
          }
        >
          <Bar length="long" />
          <div className="s3a-picture-none">No configurations to display</div>
        </ConsolePanel>
      </ConsolePage>
      <Then />
      <ConsolePage
        crumbs={crumbs}
        title="Edit cross-origin resource sharing (CORS)"
        footer={<ConsoleFooter order={4} label="Save changes" />}
      >
        <ConsolePanel title="Cross-origin resource sharing (CORS)">
          <Mark order={3}>
            <ConsoleEditor lines={post ? withPost : documented} />
          </Mark>
        </ConsolePanel>
      </ConsolePage>
    </ConsoleWindow>
  );
}
