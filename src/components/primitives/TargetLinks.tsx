'use client';
import { type SettingsTarget, settingsTargets, type Where } from '../../diagnosis/index.ts';
import type { AlertMessages } from './alertMessages.ts';

/** Props of the links. */
export interface TargetLinksProps {
  /** Where a diagnosis points. */
  where: readonly Where[];
  /** @default all of the fields and steps that it points at */
  max?: number;
  messages: AlertMessages;
  /** Where the settings open at that thing. Left out: no link. */
  settingsHref?: ((target: SettingsTarget) => string) | undefined;
  /** Called in place of following the link; without `settingsHref` a button takes its place. */
  onOpenTarget?: ((target: SettingsTarget) => void) | undefined;
}

/** Open the settings at the fields or guide steps at fault, the likeliest first; nothing where the cause lies elsewhere. */
export function TargetLinks(props: TargetLinksProps) {
  const { where, max, messages, settingsHref, onOpenTarget } = props;
  const targets = settingsTargets(where).slice(0, max);
  const labelOf = (target: SettingsTarget) =>
    target.kind === 'field'
      ? messages.alert.openField(messages.fields[target.field])
      : messages.alert.openStep(messages.steps[target.step]);
  if (settingsHref) {
    return targets.map((target) => (
      <a
        key={labelOf(target)}
        className="s3a-link"
        href={settingsHref(target)}
        onClick={(event) => {
          const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
          if (!onOpenTarget || !plain) return;
          event.preventDefault();
          onOpenTarget(target);
        }}
      >
        {labelOf(target)}
      </a>
    ));
  }
  if (!onOpenTarget) return null;
  return targets.map((target) => (
    <button key={labelOf(target)} type="button" className="s3a-link" onClick={() => onOpenTarget(target)}>
      {labelOf(target)}
    </button>
  ));
}
