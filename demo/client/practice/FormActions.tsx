/** Props of `FormActions`. */
export interface FormActionsProps {
  /** The button that goes on. */
  submit: string;
  busy?: boolean;
  /** What AWS said, where it is about no single field. */
  refusal?: string | null | undefined;
  onPrevious?: (() => void) | undefined;
  onCancel: () => void;
}

/** The end of a form, as in AWS's consoles: cancel, back, on. */
export function FormActions({ submit, busy = false, refusal, onPrevious, onCancel }: FormActionsProps) {
  return (
    <div className="section-actions">
      {refusal && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <button type="submit" className="button" data-variant="primary" aria-disabled={busy}>
        {submit}
      </button>
      {onPrevious && (
        <button type="button" className="button" onClick={onPrevious}>
          Previous
        </button>
      )}
      <button type="button" className="button" data-variant="quiet" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
