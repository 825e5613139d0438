import { useState } from 'react';
import type { AccessKeyState } from '../../practice/PracticeState.ts';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `AccessKeyList`. */
export interface AccessKeyListProps {
  user: string;
  accessKeys: readonly AccessKeyState[];
}

/** The access keys of a user: each can be deactivated, activated and deleted. Their secrets are not to be had again. */
export function AccessKeyList({ user, accessKeys }: AccessKeyListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const update = usePracticeChange<{ id: string; status: AccessKeyState['status'] | 'Deleted' }>(
    ({ id, status }) => ({
      method: 'PUT',
      path: `users/${encodeURIComponent(user)}/access-keys/${encodeURIComponent(id)}`,
      body: { status },
    }),
  );
  return (
    <>
      {accessKeys.length === 0 ? (
        <p className="practice-waiting">No access keys.</p>
      ) : (
        <ul className="resources">
          {accessKeys.map(({ accessKeyId, status, description }) => (
            <li key={accessKeyId}>
              <span className="resource-text">
                <code>{accessKeyId}</code>
                <span className="quiet">
                  {status}
                  {description !== '' && ` · ${description}`}
                </span>
              </span>
              <span className="resource-actions">
                <button
                  type="button"
                  className="button"
                  data-variant="quiet"
                  aria-disabled={update.isPending}
                  aria-label={`${status === 'Active' ? 'Deactivate' : 'Activate'} ${accessKeyId}`}
                  onClick={() => {
                    if (update.isPending) return;
                    update.mutate({ id: accessKeyId, status: status === 'Active' ? 'Inactive' : 'Active' });
                  }}
                >
                  {status === 'Active' ? 'Deactivate' : 'Activate'}
                </button>
                <button
                  type="button"
                  className="button"
                  data-variant="quiet"
                  aria-label={`Delete ${accessKeyId}`}
                  onClick={() => setAsked(accessKeyId)}
                >
                  Delete
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {update.error && asked === null && (
        <p role="alert" className="refusal">
          {update.error.message}
        </p>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={`Delete ${asked}?`}
        confirm="Delete"
        busy={update.isPending}
        refusal={update.error?.message}
        focusAfter="access-key"
        onClose={() => setAsked(null)}
        onConfirm={() =>
          update.mutate({ id: asked ?? '', status: 'Deleted' }, { onSuccess: () => setAsked(null) })
        }
      >
        <p>What signs with this access key is refused from then on. It cannot be brought back.</p>
      </ConfirmDialog>
    </>
  );
}
