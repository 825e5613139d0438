'use client';
import type { MoveState } from '../../contract/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { formatDate } from './formatDate.ts';
import type { MovePartMessages } from './moveMessages.ts';

/** Props of how far a move has come. */
export interface MoveProgressProps {
  move: Exclude<MoveState, { status: 'none' }>;
  messages: MovePartMessages;
  locale: string | undefined;
}

/**
 * How far a move has come, or how it ended. Screen readers are told at each quarter of the way.
 * @selector [data-state] recovered, or unreadable where some could not be moved
 * @selector [data-paused] while the move is paused
 */
export function MoveProgress({ move, messages, locale }: MoveProgressProps) {
  const words = messages.move;
  if (move.status === 'done') {
    const { to, failed, changedAt } = move;
    return (
      <p className="s3a-status" role="status" data-state={failed > 0 ? 'unreadable' : 'recovered'}>
        <Icon name={failed > 0 ? 'alert' : 'check'} />
        <span>
          {failed > 0 ? words.notAll(failed) : words.done[to]}{' '}
          <time className="s3a-hint" dateTime={changedAt}>
            {formatDate(changedAt, locale)}
          </time>
        </span>
      </p>
    );
  }
  const { to, moved, total, failed } = move;
  const fraction = total === 0 ? 0 : Math.min(1, (moved + failed) / total);
  const percent = Math.floor(fraction * 4) * 25;
  const paused = move.status === 'paused';
  const state = paused ? words.paused[move.cause ? 'cause' : 'by'] : words.running[to];
  return (
    <>
      <p className="s3a-move-state">
        <span>{state}</span>
        <span className="s3a-hint">
          {words.progress({ moved, total })}
          {failed > 0 && ` · ${words.failedSoFar(failed)}`}
        </span>
      </p>
      <div
        className="s3a-bar"
        role="progressbar"
        aria-label={words.running[to]}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={moved + failed}
        aria-valuetext={words.progress({ moved, total })}
        data-paused={paused || undefined}
        style={{ backgroundSize: `${fraction * 100}%` }}
      />
      <span className="s3a-visually-hidden" role="status">
        {paused ? state : words.said({ to, percent })}
      </span>
    </>
  );
}
