import { S3SettingsPanel, type SettingsTarget } from '@triage-ai/s3-attachments';
import { useState } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { useAttachmentsClient } from '../app/useAttachmentsClient.ts';

/** The settings panel, which is not left with unsaved changes unasked. */
export function SystemSettings({ focus }: { focus: SettingsTarget | null }) {
  const client = useAttachmentsClient();
  const [unsaved, setUnsaved] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      (currentLocation.pathname !== nextLocation.pathname ||
        tabIn(currentLocation.search) !== tabIn(nextLocation.search)),
  );
  return (
    <>
      <S3SettingsPanel client={client} focus={focus} onUnsavedChanges={setUnsaved} />
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title="Leave without saving?"
        confirm="Leave without saving"
        busy={false}
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      >
        <p>What you changed in the settings is not saved, and would be lost.</p>
      </ConfirmDialog>
    </>
  );
}

const tabIn = (search: string) => new URLSearchParams(search).get('tab') ?? 'system';
