import { type ReactNode, useEffect, useId, useRef } from 'react';

/** Props of `ConfirmDialog`. */
export interface ConfirmDialogProps {
  open: boolean;
  /** The question. */
  title: string;
  /** What follows from a yes. */
  children: ReactNode;
  /** The yes, as the deed's own name. */
  confirm: string;
  busy: boolean;
  /** Why it did not work. */
  refusal?: string | undefined;
  /** Id of the section whose heading gets the focus where the button that asked is no more. */
  focusAfter?: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost. The browser's own dialog: it holds the focus, closes with Escape and gives the focus back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, busy, refusal, focusAfter, onConfirm, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (open || !element?.open) return;
    element.close();
    if (focusAfter !== undefined && document.activeElement === document.body) {
      document.querySelector<HTMLElement>(`#${focusAfter} h2`)?.focus();
    }
  }, [open, focusAfter]);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={onClose}
    >
      {open && (
        <>
          <h2 id={titleId}>{title}</h2>
          <div id={textId} className="dialog-text">
            {children}
          </div>
          {refusal && (
            <p role="alert" className="refusal">
              {refusal}
            </p>
          )}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
            <button
              type="button"
              className="button"
              data-variant="danger"
              aria-disabled={busy}
              onClick={() => !busy && onConfirm()}
            >
              {confirm}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
