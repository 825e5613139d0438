'use client';
import { type SettingsTarget, settingsTarget, type Where } from '../../diagnosis/index.ts';
import type { AlertMessages } from './alertMessages.ts';

/** Props of the link. */
export interface TargetLinkProps {
  /** Where a diagnosis points; the first place that the settings can open at is linked. */
  where: readonly Where[];
  messages: AlertMessages;
  /** Where the settings open at that thing. Left out: no link. */
  settingsHref?: ((target: SettingsTarget) => string) | undefined;
  /** Called in place of following the link; without `settingsHref` a button takes its place. */
  onOpenTarget?: ((target: SettingsTarget) => void) | undefined;
}

/** Opens the settings at the field or guide step at fault; nothing where the cause lies elsewhere. */
export function TargetLink({ where, messages, settingsHref, onOpenTarget }: TargetLinkProps) {
  const target = settingsTarget(where);
  if (!target) return null;
  const label =
    target.kind === 'field'
      ? messages.alert.openField(messages.fields[target.field])
      : messages.alert.openStep(messages.steps[target.step]);
  if (settingsHref) {
    return (
      <a
        className="s3a-link"
        href={settingsHref(target)}
        onClick={(event) => {
          const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
          if (!onOpenTarget || !plain) return;
          event.preventDefault();
          onOpenTarget(target);
        }}
      >
        {label}
      </a>
    );
  }
  if (!onOpenTarget) return null;
  return (
    <button type="button" className="s3a-link" onClick={() => onOpenTarget(target)}>
      {label}
    </button>
  );
}
