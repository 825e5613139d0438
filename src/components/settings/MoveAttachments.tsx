'use client';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Move, SavedSettings } from '../../contract/index.ts';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import { type Client, type MoveOrder, useMove, useOrderMove } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { ConfirmDialog } from '../primitives/ConfirmDialog.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { mergeMessages } from '../primitives/mergeMessages.ts';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { fullVerdict } from './causesOf.ts';
import { MoveFailures } from './MoveFailures.tsx';
import { MoveProgress } from './MoveProgress.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import { moveMessages, type MovePartMessages } from './moveMessages.ts';

/** Props of moving attachments. */
export interface MoveAttachmentsProps {
  client: Client;
  settings: SavedSettings;
  messages: WorkspaceMessages;
  locale: string | undefined;
  /** There are changes that are not saved. */
  dirty: boolean;
  look: RefObject<HTMLElement | null>;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * Where attachments are, and their way to where new ones go: begun, paused and resumed here, done by the server. Shows nothing while
 * there are no attachments.
 * @selector [data-status] none, running, paused, done
 */
export function MoveAttachments(props: MoveAttachmentsProps) {
  const { client, settings, locale, dirty, look, onOpenTarget } = props;
  const words = useMemo(() => mergeMessages(moveMessages, props.messages.move), [props.messages]);
  const messages = useMemo(
    (): MovePartMessages => ({ ...props.messages, move: words }),
    [props.messages, words],
  );
  const titleId = useId();
  const [asked, setAsked] = useState<NonNullable<Move['offer']> | null>(null);
  const { data, refetch } = useMove(client);
  const order = useOrderMove(client);
  const said = useRef<HTMLDivElement>(null);

  // Other settings have another place for new attachments.
  const { version } = settings;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void refetch();
  }, [version, refetch]);

  if (!data) return null;
  const { places, offer, move, failures } = data;
  const all = [places.database, places.bucket, places.elsewhere].reduce((sum, { count }) => sum + count, 0);
  if (all === 0 && move.status !== 'running') return null;
  const bytes = (size: number) => formatBytes(size, locale);
  const { bucket } = settings;
  const amount = ({ count, size }: { count: number; size: number }) => ({ count, size: bytes(size) });
  const give = (what: MoveOrder) =>
    order.mutate(what, {
      // The button that was pressed may be gone.
      onSuccess: () => said.current?.focus(),
      onSettled: () => setAsked(null),
    });
  const failed = move.status === 'none' ? 0 : move.failed;
  const idle = move.status === 'none' || move.status === 'done';

  return (
    <section className="s3a-storage s3a-move" aria-labelledby={titleId} data-status={move.status}>
      <h3 id={titleId}>{words.title}</h3>
      {idle && (offer === null || failed < offer.count) && (
        <ul className="s3a-move-places">
          {places.database.count > 0 && <li>{words.inDatabase(amount(places.database))}</li>}
          {places.bucket.count > 0 && <li>{words.inBucket({ ...amount(places.bucket), bucket })}</li>}
          {places.elsewhere.count > 0 && <li>{words.elsewhere(amount(places.elsewhere))}</li>}
        </ul>
      )}
      {move.status === 'none' && offer === null && (
        <p>{words.nothing[settings.status === 'configured' ? 's3' : 'database']}</p>
      )}
      <div ref={said} tabIndex={-1} className="s3a-move-said">
        {move.status !== 'none' && <MoveProgress move={move} messages={messages} locale={locale} />}
      </div>
      {move.status === 'paused' && move.cause && (
        <div role="alert">
          <VerdictAlert verdict={fullVerdict(move.cause)} messages={messages} onOpenTarget={onOpenTarget} />
        </div>
      )}
      {order.error && (
        <div role="alert">
          <VerdictAlert verdict={order.error.verdict} messages={messages} />
        </div>
      )}
      {!idle && (
        <div className="s3a-form-actions">
          <Button
            variant={move.status === 'paused' ? 'primary' : 'secondary'}
            busy={order.isPending}
            onClick={() => give({ status: move.status === 'paused' ? 'running' : 'paused' })}
          >
            {move.status === 'paused' ? words.resume : words.pause}
          </Button>
        </div>
      )}
      {failed > 0 && <MoveFailures failures={failures} count={failed} messages={messages} locale={locale} />}
      {idle && offer && (
        <div className="s3a-form-actions">
          {failed >= offer.count && move.status === 'done' && move.to === offer.to ? (
            <Button busy={order.isPending} onClick={() => give({ status: 'running' })}>
              {words.tryAgain}
            </Button>
          ) : (
            <Button aria-disabled={dirty || undefined} onClick={() => !dirty && setAsked(offer)}>
              {words.start[offer.to]}
            </Button>
          )}
          {dirty && <span className="s3a-hint">{words.unsavedFirst}</span>}
        </div>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={asked ? words.askTitle[asked.to] : ''}
        confirm={asked ? words.start[asked.to] : ''}
        cancel={words.cancel}
        variant="primary"
        busy={order.isPending}
        onConfirm={() => asked && give({ to: asked.to })}
        look={look}
      >
        <ul>
          {asked &&
            words
              .askText({ ...amount(asked), to: asked.to, bucket, places })
              .map((line) => <li key={line}>{line}</li>)}
        </ul>
      </ConfirmDialog>
    </section>
  );
}
