import { type ReactNode, useId } from 'react';
import type { PracticeSection } from '../../practice/PracticeState.ts';
import { sectionWords } from './sectionWords.ts';

/** Props of `SectionCard`. */
export interface SectionCardProps {
  section: PracticeSection;
  asDocumented: boolean;
  children: (ids: { titleId: string; hintId: string }) => ReactNode;
}

/** The frame of one part of the practice account: its name, its place in AWS, whether it is as documented. */
export function SectionCard({ section, asDocumented, children }: SectionCardProps) {
  const titleId = useId();
  const hintId = useId();
  const words = sectionWords[section];
  return (
    <section
      className="card practice-section"
      id={section}
      aria-labelledby={titleId}
      data-changed={!asDocumented || undefined}
    >
      <header>
        <div className="practice-place">
          <p className="quiet place">{words.place}</p>
          <span className="badge" data-status={asDocumented ? 'solved' : 'changed'}>
            {asDocumented ? 'As documented' : 'Changed'}
          </span>
        </div>
        <h2 id={titleId}>{words.title}</h2>
        <p className="quiet" id={hintId}>
          {words.hint}
        </p>
      </header>
      {children({ titleId, hintId })}
    </section>
  );
}
