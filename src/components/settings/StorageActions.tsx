'use client';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { SavedSettings, Settings } from '../../contract/index.ts';
import { type Client, useChangeStatus } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { ConfirmDialog } from '../primitives/ConfirmDialog.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import { accessKeyOf, serverKeyOf } from './settingsValues.ts';

/** Props of taking S3 out of use. */
export interface StorageActionsProps {
  client: Client;
  settings: SavedSettings;
  messages: WorkspaceMessages;
  /** There are changes that are not saved. */
  dirty: boolean;
  look: RefObject<HTMLElement | null>;
  /** A change begins: what is read meanwhile is our own. */
  onBegin: () => void;
  onChanged: (settings: Settings | null) => void;
}

type Asked = 'disabled' | 'keys_removed';

/** Takes S3 out of use, back into use, or removes the access key; what follows is said before. */
export function StorageActions(props: StorageActionsProps) {
  const { client, settings, messages, dirty, look, onBegin, onChanged } = props;
  const words = messages.storage;
  const titleId = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<{ status: SavedSettings['status']; version: number } | null>(null);
  const change = useChangeStatus(client);
  const said = useRef<HTMLParagraphElement>(null);
  const key = accessKeyOf(settings);
  const serverKey = serverKeyOf(settings);
  const blocked = key?.secretAccessKey === 'unreadable' || serverKey?.status === 'failed';

  // What was said of an earlier change is over with the next save.
  useEffect(() => {
    if (done !== null && settings.version > done.version) setDone(null);
  }, [settings.version, done]);

  useEffect(() => {
    if (done !== null) said.current?.focus();
  }, [done]);

  const go = (status: SavedSettings['status']) => {
    onBegin();
    setDone(null);
    change.mutate(
      { status, version: settings.version },
      {
        onSuccess: (next) => {
          onChanged(next);
          if (next.status !== 'not_configured') setDone({ status: next.status, version: next.version });
        },
        onError: () => onChanged(null),
        onSettled: () => setAsked(null),
      },
    );
  };

  return (
    <section className="s3a-storage" aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      {/* What was just done says it. */}
      {done === null && (
        <p>
          {settings.status === 'configured'
            ? blocked
              ? words.blocked
              : words.inUse
            : settings.status === 'disabled'
              ? words.outOfUse
              : words.removed}
        </p>
      )}
      {change.error && (
        <div role="alert">
          <VerdictAlert verdict={change.error.verdict} messages={messages} />
        </div>
      )}
      {(key || serverKey) && (
        <div className="s3a-form-actions">
          {settings.status === 'configured' ? (
            <Button aria-disabled={dirty || undefined} onClick={() => !dirty && setAsked('disabled')}>
              {words.disable}
            </Button>
          ) : (
            <Button
              variant="primary"
              busy={change.isPending}
              aria-disabled={dirty || undefined}
              onClick={() => !dirty && go('configured')}
            >
              {words.enable}
            </Button>
          )}
          {/* The server's is taken away where it was given. */}
          {key && key.accessKeyId !== '' && (
            <Button
              variant="danger"
              aria-disabled={dirty || undefined}
              onClick={() => !dirty && setAsked('keys_removed')}
            >
              {words.remove}
            </Button>
          )}
          {dirty && <span className="s3a-hint">{words.unsavedFirst}</span>}
        </div>
      )}
      <p role="status" ref={said} tabIndex={-1} className="s3a-storage-said">
        {done !== null && words.done[done.status]}
      </p>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={asked === 'keys_removed' ? words.removeTitle : words.disableTitle}
        confirm={asked === 'keys_removed' ? words.removeConfirm : words.disableConfirm}
        cancel={words.cancel}
        busy={change.isPending}
        onConfirm={() => asked !== null && go(asked)}
        look={look}
      >
        <ul>
          {(asked === 'keys_removed'
            ? words.removeText({ accessKeyId: key?.accessKeyId ?? '', links: settings.links })
            : words.disableText
          ).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </section>
  );
}
