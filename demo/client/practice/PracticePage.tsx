import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../app/Page.tsx';
import { hasPracticeAccount } from '../app/practiceAccount.ts';
import { ObjectsSection } from './ObjectsSection.tsx';
import { PracticeBar } from './PracticeBar.tsx';
import { PracticeSections } from './PracticeSections.tsx';
import { useAnchor } from './useAnchor.ts';
import { usePractice } from './usePractice.ts';
import { ValuesSection } from './ValuesSection.tsx';

const title = 'Practice AWS console';

/** The practice AWS account: everything that the guide sets up, to be made, read, broken and mended. */
export function PracticePage() {
  if (!hasPracticeAccount) {
    return (
      <Page title={title}>
        <p className="measure">
          This help desk was started with <code>--aws</code>, so files go to real Amazon S3 and there is no
          practice account. <Link to="/settings?tab=system">Go to the system settings</Link>
        </p>
      </Page>
    );
  }
  return <PracticeAccountPage />;
}

function PracticeAccountPage() {
  const { data: practice, error } = usePractice();
  const [round, setRound] = useState(0);
  useAnchor(practice !== undefined);

  return (
    <Page
      title={title}
      below={
        <p className="measure quiet">
          {practice?.began === 'empty' ? (
            <>
              A small AWS account on this machine, which began empty. Set it up with the guide in the{' '}
              <Link to="/settings?tab=system">system settings</Link>: what you create here behaves as it would
              in AWS.
            </>
          ) : (
            'A small AWS account on this machine, set up as the guide says. Break any part of it, attach a file to a ticket, and see what you are told. Its keys open nothing else, so they are shown.'
          )}
        </p>
      }
    >
      {error && !practice && <p role="alert">{error.message}</p>}
      {practice && (
        <div className="practice">
          <PracticeBar practice={practice} onReset={() => setRound((before) => before + 1)} />
          <ValuesSection values={practice.values} began={practice.began} />
          <PracticeSections key={round} practice={practice}>
            {practice.bucket !== null && (
              <ObjectsSection
                objects={practice.objects}
                bucket={practice.bucket}
                endpoint={practice.endpoint}
              />
            )}
          </PracticeSections>
        </div>
      )}
    </Page>
  );
}
