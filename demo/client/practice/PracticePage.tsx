import { useState } from 'react';
import { Link } from 'react-router';
import { practiceSections } from '../../practice/PracticeState.ts';
import { Icon } from '../app/Icon.tsx';
import { Page } from '../app/Page.tsx';
import { hasPracticeAccount } from '../app/practiceAccount.ts';
import { DocumentSection } from './DocumentSection.tsx';
import { ObjectsSection } from './ObjectsSection.tsx';
import { PublicAccessSection } from './PublicAccessSection.tsx';
import { usePractice, useReset } from './usePractice.ts';
import { ValuesSection } from './ValuesSection.tsx';

const title = 'Practice AWS console';

/** The practice AWS account: everything that the guide sets up, to be read, broken and mended. */
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
  const { data: state, error } = usePractice();
  const reset = useReset(null);
  // What was typed but not saved goes too.
  const [round, setRound] = useState(0);
  const changed = state
    ? practiceSections.filter((section) => !state.sections[section].asDocumented).length
    : 0;

  return (
    <Page
      title={title}
      below={
        <p className="measure quiet">
          A small AWS account on this machine, set up as the guide says. Break any part of it, attach a file
          to a ticket, and see what you are told. Its keys open nothing else, so they are shown.
        </p>
      }
    >
      {error && !state && <p role="alert">{error.message}</p>}
      {state && (
        <div className="practice">
          <div className="practice-bar">
            <p role="status">
              {changed === 0
                ? 'Everything is as documented.'
                : `${changed} of ${practiceSections.length} parts changed.`}
            </p>
            <button
              type="button"
              className="button"
              aria-disabled={reset.isPending}
              onClick={() => reset.mutate(undefined, { onSuccess: () => setRound((before) => before + 1) })}
            >
              <Icon name="reset" />
              Reset all to correct
            </button>
          </div>
          <ValuesSection values={state.values} />
          <div className="practice-grid" key={round}>
            <div className="practice-column">
              <DocumentSection section="bucket" state={state.sections.bucket} />
              <PublicAccessSection state={state.sections['public-access']} />
              <DocumentSection section="bucket-policy" state={state.sections['bucket-policy']} />
              <DocumentSection section="cors" state={state.sections.cors} />
            </div>
            <div className="practice-column">
              <DocumentSection section="iam-policy" state={state.sections['iam-policy']} />
              <DocumentSection section="access-keys" state={state.sections['access-keys']} />
              <ObjectsSection
                objects={state.objects}
                bucket={bucketNameIn(state.sections.bucket.text)}
                endpoint={state.endpoint}
              />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function bucketNameIn(text: string): string {
  return (JSON.parse(text) as { name: string }).name;
}
