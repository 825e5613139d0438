'use client';
import { Tabs } from '@base-ui/react/tabs';
import { type GuideFacts, shortcutFileName, shortcuts, shortcutText, toolUrl } from '../../../guide/index.ts';
import { Button } from '../../primitives/Button.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { GuideDocument } from './GuideDocument.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';

/**
 * The script, the template and the module, each on a tab of its own.
 * @selector [data-active] the tab that is open
 */
export function ShortcutTabs({ messages, facts }: { messages: GuidePartMessages; facts: GuideFacts }) {
  const words = messages.shortcut;
  return (
    <Tabs.Root defaultValue={shortcuts[0]} className="s3a-tabs">
      <Tabs.List className="s3a-tab-list" aria-label={words.tabs} activateOnFocus>
        {shortcuts.map((kind) => (
          <Tabs.Tab key={kind} value={kind} className="s3a-tab">
            {words.names[kind]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shortcuts.map((kind) => {
        const url = kind === 'terraform' ? null : toolUrl(kind, facts.region);
        return (
          <Tabs.Panel key={kind} value={kind} className="s3a-tab-panel">
            <ol className="s3a-actions">
              {words.how[kind].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            {url !== null && (
              <p>
                <a className="s3a-link" href={url} target="_blank" rel="noreferrer">
                  {words.open[kind]}
                  <Icon name="external" size={14} />
                </a>
              </p>
            )}
            <GuideDocument
              text={shortcutText(kind, facts)}
              label={words.names[kind]}
              parts={none}
              messages={messages}
            >
              <Button
                variant="quiet"
                onClick={() => save(shortcutText(kind, facts), shortcutFileName(kind))}
                aria-label={words.downloadOf(words.names[kind])}
              >
                <Icon name="download" />
                {words.download}
              </Button>
            </GuideDocument>
            <p className="s3a-hint">{words.mind[kind]}</p>
          </Tabs.Panel>
        );
      })}
    </Tabs.Root>
  );
}

const none: readonly string[] = [];

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
