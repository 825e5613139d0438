import { type ReactNode, useId } from 'react';
import type { PracticeBeginning, PracticeStep, SectionState } from '../../practice/PracticeState.ts';

/** A card's mark: how far it is what the guide says. */
export interface Mark {
  text: string;
  /** @default quiet */
  tone?: 'solved' | 'changed';
}

/** Props of `SectionCard`. */
export interface SectionCardProps {
  /** The guide's step that is done here; links lead to it. */
  step: PracticeStep;
  title: string;
  /** Where AWS has it. */
  place: string;
  hint: ReactNode;
  mark: Mark;
  /** Stands beside the title. */
  action?: ReactNode;
  children: (ids: { titleId: string; hintId: string }) => ReactNode;
}

/** The frame of one part of the practice account: its name, its place in AWS, whether it is as documented. */
export function SectionCard({ step, title, place, hint, mark, action, children }: SectionCardProps) {
  const titleId = useId();
  const hintId = useId();
  return (
    <section
      className="card practice-section"
      id={step}
      aria-labelledby={titleId}
      data-changed={mark.tone === 'changed' || undefined}
    >
      <header>
        <div className="practice-place">
          <p className="quiet place">{place}</p>
          <span className="badge" data-status={mark.tone}>
            {mark.text}
          </span>
        </div>
        <div className="practice-title">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {action}
        </div>
        <p className="quiet" id={hintId}>
          {hint}
        </p>
      </header>
      {children({ titleId, hintId })}
    </section>
  );
}

/** Done, and as the guide says. */
export const documented: Mark = { text: 'As documented', tone: 'solved' };

/** Not there yet. */
export const missing: Mark = { text: 'Not yet' };

/** The mark of a part: the documented account is as documented or changed, in an account of one's own there is more to be than that. */
export function markOf(
  began: PracticeBeginning,
  { asDocumented, text }: SectionState,
  otherwise = 'Saved',
): Mark {
  if (asDocumented) return documented;
  if (began === 'documented') return { text: 'Changed', tone: 'changed' };
  return text === '' ? missing : { text: otherwise };
}
