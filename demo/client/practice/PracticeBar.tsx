import { useState } from 'react';
import {
  type PracticeBeginning,
  practiceSections,
  type PracticeState,
  practiceSteps,
} from '../../practice/PracticeState.ts';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { Icon } from '../app/Icon.tsx';
import { useReset } from './usePractice.ts';

/** Props of `PracticeBar`. */
export interface PracticeBarProps {
  practice: PracticeState;
  /** The account is new: what was typed but not saved goes too. */
  onReset: () => void;
}

/** How far the account is as documented, and the two ways to begin anew. */
export function PracticeBar({ practice, onReset }: PracticeBarProps) {
  const [asked, setAsked] = useState<PracticeBeginning | null>(null);
  const reset = useReset();
  const startOver = (to: PracticeBeginning) =>
    reset.mutate(to, {
      onSuccess() {
        setAsked(null);
        onReset();
      },
    });

  return (
    <div className="practice-bar">
      <p role="status">{sayHowFar(practice)}</p>
      <div className="practice-bar-actions">
        <button
          type="button"
          className="button"
          aria-disabled={reset.isPending}
          onClick={() => {
            if (reset.isPending) return;
            // In an account of one's own there is something to lose.
            if (practice.began === 'empty') setAsked('documented');
            else startOver('documented');
          }}
        >
          <Icon name="reset" />
          Reset all to correct
        </button>
        <button type="button" className="button" onClick={() => setAsked('empty')}>
          Start from an empty account
        </button>
      </div>
      {reset.error && asked === null && (
        <p role="alert" className="refusal">
          {reset.error.message}
        </p>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={asked === 'empty' ? 'Start from an empty account?' : 'Set the account up as documented?'}
        confirm={asked === 'empty' ? 'Start from an empty account' : 'Reset all to correct'}
        busy={reset.isPending}
        refusal={reset.error?.message}
        onClose={() => {
          setAsked(null);
          reset.reset();
        }}
        onConfirm={() => asked && startOver(asked)}
      >
        <p>{sayWhatGoes(practice)} The settings of triage.ai stay as they are.</p>
        <p>
          {asked === 'empty'
            ? 'Then you set everything up yourself, as the guide in the settings says.'
            : 'Then the account has the bucket, the user and the key of the documented set-up again.'}
        </p>
      </ConfirmDialog>
    </div>
  );
}

function sayHowFar({ began, sections, steps }: PracticeState): string {
  if (began === 'documented') {
    const changed = practiceSections.filter((section) => !sections[section]?.asDocumented).length;
    return changed === 0
      ? 'Everything is as documented.'
      : `${changed} of ${practiceSections.length} parts changed.`;
  }
  const done = practiceSteps.filter((step) => steps[step]).length;
  if (done === practiceSteps.length) return 'Everything is as documented.';
  return done === 0 ? 'The account is empty.' : `${done} of ${practiceSteps.length} steps are as documented.`;
}

function sayWhatGoes({ buckets, objects, policies, users }: PracticeState): string {
  const files =
    objects.length === 0 ? '' : objects.length === 1 ? ' with 1 file' : ` with ${objects.length} files`;
  const lost = [
    ...(buckets.length === 1 ? [`the bucket “${buckets[0]?.name}”${files}`] : []),
    ...(buckets.length > 1 ? ['all buckets with their files'] : []),
    ...(policies.length + users.length > 0 ? ['all policies, users and access keys'] : []),
  ];
  if (lost.length === 0) return 'There is nothing in the account to be lost.';
  const unreadable = buckets.length > 0 ? ' Attachments that lie there can no longer be opened.' : '';
  return `This deletes ${lost.join(', and ')}.${unreadable}`;
}
