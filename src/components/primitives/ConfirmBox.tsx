'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { Button } from './Button.tsx';
import type { ConfirmDialogProps } from './ConfirmDialog.tsx';
import { lookOf } from './lookOf.ts';

/** What is shown of a question: it stands over the page, and *Cancel* has the focus at first. */
export function ConfirmBox(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, confirm, cancel, busy = false, onConfirm, look } = props;
  const cancelButton = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal {...lookOf(look.current, open)}>
        <AlertDialog.Backdrop className="s3a-backdrop" />
        <AlertDialog.Viewport className="s3a-dialog-viewport">
          <AlertDialog.Popup
            className="s3a-dialog"
            initialFocus={cancelButton}
            {...(props.finalFocus && { finalFocus: props.finalFocus })}
          >
            <AlertDialog.Title className="s3a-dialog-title">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="s3a-dialog-text">
              {children}
            </AlertDialog.Description>
            <div className="s3a-dialog-actions">
              <AlertDialog.Close render={<Button ref={cancelButton} />}>{cancel}</AlertDialog.Close>
              <Button variant={props.variant ?? 'danger'} busy={busy} onClick={onConfirm}>
                {confirm}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
