import type { PracticeSection } from '../../practice/PracticeState.ts';
import type { RequestError } from '../app/requestJson.ts';
import { sectionWords } from './sectionWords.ts';

/** Props of `SectionActions`. */
export interface SectionActionsProps {
  section: PracticeSection;
  /** There is something to reset: the saved document, or what was typed. */
  canReset: boolean;
  busy: boolean;
  saved: boolean;
  refusal: RequestError | null;
  onReset: () => void;
}

/** Save and reset of one part, and what AWS said. */
export function SectionActions({ section, canReset, busy, saved, refusal, onReset }: SectionActionsProps) {
  const { title } = sectionWords[section];
  return (
    <div className="section-actions">
      {refusal && (
        <p role="alert" className="refusal">
          {refusal.message}
        </p>
      )}
      <button
        type="submit"
        className="button"
        data-variant="primary"
        aria-disabled={busy}
        aria-label={`Save ${title}`}
      >
        Save
      </button>
      <button
        type="button"
        className="button"
        data-variant="quiet"
        aria-disabled={busy || !canReset}
        aria-label={`Reset to correct: ${title}`}
        onClick={() => !busy && canReset && onReset()}
      >
        Reset to correct
      </button>
      <p role="status" className="saved">
        {saved && 'Saved'}
      </p>
    </div>
  );
}
