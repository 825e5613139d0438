import type { PracticeSection } from '../../practice/PracticeState.ts';
import type { RequestError } from '../app/requestJson.ts';
import { sectionWords } from './sectionWords.ts';

/** Props of `SectionActions`. */
export interface SectionActionsProps {
  section: PracticeSection;
  busy: boolean;
  saved: boolean;
  refusal: RequestError | null;
  /** Present where the account has a correct state to go back to. */
  reset?:
    | {
        /** There is something to reset: the saved document, or what was typed. */
        possible: boolean;
        onReset: () => void;
      }
    | undefined;
}

/** Save and reset of one part, and what AWS said. */
export function SectionActions({ section, busy, saved, refusal, reset }: SectionActionsProps) {
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
      {reset && (
        <button
          type="button"
          className="button"
          data-variant="quiet"
          aria-disabled={busy || !reset.possible}
          aria-label={`Reset to correct: ${title}`}
          onClick={() => !busy && reset.possible && reset.onReset()}
        >
          Reset to correct
        </button>
      )}
      <p role="status" className="saved">
        {saved && 'Saved'}
      </p>
    </div>
  );
}
