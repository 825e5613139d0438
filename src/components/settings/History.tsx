'use client';
import { useState } from 'react';
import { type Client, useChanges } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Disclosure } from '../primitives/Disclosure.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { changeWords } from './changeWords.ts';
import { formatDate } from './formatDate.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of the history. */
export interface HistoryProps {
  client: Client;
  /** Of the settings: another one has another history. */
  version: number;
  messages: WorkspaceMessages;
  locale: string | undefined;
}

/** Who changed what and when; read once it is opened. */
export function History({ client, version, messages, locale }: HistoryProps) {
  const words = messages.history;
  const [open, setOpen] = useState(false);
  const { data, error, isFetching, refetch } = useChanges(client, { version, shown: open });
  return (
    <Disclosure className="s3a-history" title={words.title} open={open} onOpenChange={setOpen}>
      {!data && !error && <p role="status">{words.loading}</p>}
      {!data && error && (
        <div role="alert">
          <VerdictAlert verdict={error.verdict} messages={messages}>
            <Button busy={isFetching} onClick={() => void refetch()}>
              {messages.panel.reload}
            </Button>
          </VerdictAlert>
        </div>
      )}
      {data?.changes.length === 0 && <p className="s3a-hint">{words.empty}</p>}
      {data && data.changes.length > 0 && (
        <ol className="s3a-changes">
          {data.changes.map((change) => {
            const { title, details } = changeWords(change, messages);
            return (
              <li key={change.id}>
                <p>
                  <span>{title}</span>{' '}
                  <time className="s3a-hint" dateTime={change.at}>
                    {formatDate(change.at, locale)}
                  </time>
                </p>
                {details.length > 0 && (
                  <ul className="s3a-hint">
                    {details.map((detail) => (
                      <li key={detail}>{detail}</li>
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {data?.more && <p className="s3a-hint">{words.more}</p>}
    </Disclosure>
  );
}
