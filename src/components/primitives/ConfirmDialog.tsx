'use client';
import type { ReactNode, RefObject } from 'react';
import { loadOnce } from '../../diagnosis/index.ts';
import { useLoaded } from '../../hooks/index.ts';
import { useEarly } from './useEarly.ts';

/** Props of the question. */
export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** What the button says: what it does. */
  confirm: string;
  cancel: string;
  /** How the button looks. @default 'danger' */
  variant?: 'danger' | 'primary';
  busy?: boolean;
  onConfirm: () => void;
  /** Lends its classes, direction, font and colour scheme: the dialog stands at the end of the page. */
  look: RefObject<HTMLElement | null>;
  /** Takes the focus afterwards. @default what had it */
  finalFocus?: RefObject<HTMLElement | null>;
}

/** What is shown of a question; loaded before somebody asks one. */
const lateBox = /* @__PURE__ */ loadOnce(() => import('./ConfirmBox.tsx'));

/** A question that must be answered. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const late = useLoaded(lateBox, Number(props.open));
  useEarly(lateBox, props.look);
  return late && <late.ConfirmBox {...props} />;
}
