import { useState } from 'react';
import type { NewAccessKey } from '../../practice/PracticeState.ts';
import { CopyButton } from '../app/CopyButton.tsx';
import { StepHeading } from './StepHeading.tsx';

/** Props of `RetrieveAccessKeys`. */
export interface RetrieveAccessKeysProps {
  user: string;
  created: NewAccessKey;
  onDone: () => void;
}

/** The new access key with its secret, which is shown here and never again. */
export function RetrieveAccessKeys({ user, created, onDone }: RetrieveAccessKeysProps) {
  const [shown, setShown] = useState(false);
  const { accessKeyId, secretAccessKey } = created;
  return (
    <div className="practice-part">
      <StepHeading>Retrieve access keys</StepHeading>
      <p className="practice-warning">
        This is the only time that the secret access key can be viewed or downloaded. You cannot recover it
        later. However, you can create a new access key any time.
      </p>
      <dl className="facts practice-keys">
        <div>
          <dt>Access key</dt>
          <dd>
            <code>{accessKeyId}</code>
            <span className="resource-actions">
              <CopyButton name="Access key" value={accessKeyId} />
            </span>
          </dd>
        </div>
        <div>
          <dt>Secret access key</dt>
          <dd>
            {shown ? (
              <code>{secretAccessKey}</code>
            ) : (
              <code>
                <span aria-hidden="true">{'•'.repeat(secretAccessKey.length)}</span>
                <span className="visually-hidden">hidden</span>
              </code>
            )}
            <span className="resource-actions">
              <button
                type="button"
                className="button"
                data-variant="quiet"
                aria-label={`${shown ? 'Hide' : 'Show'} Secret access key`}
                onClick={() => setShown(!shown)}
              >
                {shown ? 'Hide' : 'Show'}
              </button>
              <CopyButton name="Secret access key" value={secretAccessKey} />
            </span>
          </dd>
        </div>
      </dl>
      <div className="section-actions">
        <button type="button" className="button" onClick={() => download(user, created)}>
          Download .csv file
        </button>
        <button type="button" className="button" data-variant="primary" onClick={onDone}>
          Done
        </button>
      </div>
    </div>
  );
}

/** Hands out the file that AWS hands out: with a byte order mark and Windows line ends. */
function download(user: string, { accessKeyId, secretAccessKey }: NewAccessKey): void {
  const text = `\uFEFFAccess key ID,Secret access key\r\n${accessKeyId},${secretAccessKey}`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${user}_accessKeys.csv`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
