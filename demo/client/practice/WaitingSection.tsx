import type { PracticeSection, PracticeState } from '../../practice/PracticeState.ts';
import { missing, SectionCard } from './SectionCard.tsx';
import { sectionWords } from './sectionWords.ts';
import { StepLink } from './StepLink.tsx';

/** Props of `WaitingSection`. */
export interface WaitingSectionProps {
  practice: PracticeState;
  section: PracticeSection;
}

/** The place of a part of a bucket while there is no bucket. */
export function WaitingSection({ practice, section }: WaitingSectionProps) {
  const words = sectionWords[section];
  return (
    <SectionCard {...words} place={words.place(practice)} mark={missing}>
      {() => (
        <p className="practice-waiting">
          There is no bucket yet. <StepLink step="create-bucket">Go to the buckets</StepLink>
        </p>
      )}
    </SectionCard>
  );
}
