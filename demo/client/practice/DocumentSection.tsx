import type { PracticeSection, PracticeState, SectionState } from '../../practice/PracticeState.ts';
import { DocumentForm } from './DocumentForm.tsx';
import { markOf, SectionCard } from './SectionCard.tsx';
import { sectionWords } from './sectionWords.ts';

/** Props of `DocumentSection`. */
export interface DocumentSectionProps {
  practice: PracticeState;
  section: PracticeSection;
  state: SectionState;
}

/** One document of the practice account in an editor. */
export function DocumentSection({ practice, section, state }: DocumentSectionProps) {
  const words = sectionWords[section];
  return (
    <SectionCard {...words} place={words.place(practice)} mark={markOf(practice.began, state)}>
      {(ids) => <DocumentForm section={section} state={state} began={practice.began} {...ids} />}
    </SectionCard>
  );
}
