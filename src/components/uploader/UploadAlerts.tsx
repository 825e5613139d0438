'use client';
import { type AttachmentUploaderState, type UploadGroup, useUploadGroups } from '../../hooks/index.ts';
import type { Verdict } from '../../diagnosis/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { canRetry } from './canRetry.ts';
import type { Shown } from './Shown.ts';
import { refusalText } from './statusText.ts';

/** From so many equal refusals on they are summed up, beside the reason in each row. */
const summedFrom = 6;

/** Props of the alerts. */
export interface UploadAlertsProps {
  state: AttachmentUploaderState;
  shown: Shown;
}

/** What went wrong with files, each cause once however many they are, and what can be done for all of them. */
export function UploadAlerts({ state, shown }: UploadAlertsProps) {
  const { uploader, draft, ids, focus } = state;
  const { messages, formats, settingsHref, onOpenSettings } = shown;
  const words = messages.uploader;
  const { failed, notices, refused } = useUploadGroups(uploader);
  const subjectOf = (group: UploadGroup<Verdict>) =>
    group.ids.length === 1 && ids.length === 1
      ? undefined
      : words.subject(group.ids.map((id) => uploader.getUpload(id)?.name ?? ''));
  const alert = { messages, settingsHref, onOpenTarget: onOpenSettings };
  const removeAll = (group: UploadGroup<unknown>) => {
    for (const id of group.ids) uploader.remove(id);
    focus();
  };
  return (
    <>
      {draft.verdict && (
        <VerdictAlert {...alert} verdict={draft.verdict} subject={words.draft}>
          <Button busy={draft.isReading} onClick={draft.readAgain}>
            {words.tryAgain}
          </Button>
        </VerdictAlert>
      )}
      {failed.map((group) => (
        <VerdictAlert key={group.key} {...alert} verdict={group.cause} subject={subjectOf(group)}>
          {canRetry(group.cause) && (
            <Button
              onClick={() => {
                uploader.retry(group.ids);
                focus(group.ids[0]);
              }}
            >
              {words.tryAgain}
            </Button>
          )}
          <Button variant="quiet" onClick={() => removeAll(group)}>
            {words.removeAll}
          </Button>
        </VerdictAlert>
      ))}
      {refused
        .filter((group) => group.ids.length >= summedFrom)
        .map((group) => (
          <div className="s3a-alert" data-tone="warning" data-code={group.key} key={group.key}>
            <Icon name="info" />
            <div className="s3a-alert-body">
              <p>
                {words.refusedTogether(
                  formats.count(group.ids.length),
                  refusalText(group.cause, words, formats),
                )}
              </p>
              <div className="s3a-alert-actions">
                <Button onClick={() => removeAll(group)}>{words.dismissAll}</Button>
              </div>
            </div>
          </div>
        ))}
      {notices.map((group) => (
        <VerdictAlert
          key={group.key}
          {...alert}
          tone="warning"
          verdict={group.cause}
          subject={subjectOf(group)}
        />
      ))}
    </>
  );
}
