import { createClient, S3SettingsPanel, type S3SettingsPanelProps } from '@triage-ai/s3-attachments';
import { useState } from 'react';
import { fn } from 'storybook/test';

/** Where the stories' backend is mounted. */
export const baseUrl = '/api/s3-attachments';

/** The panel with a client of its own, so that no story sees what another has read. */
function Panel(args: S3SettingsPanelProps) {
  const [client] = useState(() => createClient({ baseUrl }));
  return <S3SettingsPanel {...args} client={client} />;
}

/** Props without the client, which `Panel` makes. */
export const propsOf = (props: Partial<S3SettingsPanelProps>) => props as S3SettingsPanelProps;

/** What the stories of every part of the panel begin with. */
export const panelMeta = {
  component: S3SettingsPanel,
  render: (args: S3SettingsPanelProps) => <Panel {...args} />,
  args: propsOf({ onSaved: fn() }),
  argTypes: { client: { control: false } },
} as const;

/** Gives a story a width of its own, as a tab or a phone would. */
export const inWidth = (pixels: number) => (Story: () => React.ReactNode) => (
  <div style={{ width: pixels }}>
    <Story />
  </div>
);
