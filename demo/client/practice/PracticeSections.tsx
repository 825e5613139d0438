import type { ReactNode } from 'react';
import type { PracticeSection, PracticeState } from '../../practice/PracticeState.ts';
import { AccessKeysSection } from './AccessKeysSection.tsx';
import { BucketsSection } from './BucketsSection.tsx';
import { DocumentSection } from './DocumentSection.tsx';
import { PoliciesSection } from './PoliciesSection.tsx';
import { PublicAccessSection } from './PublicAccessSection.tsx';
import { UserSection } from './UserSection.tsx';
import { UsersSection } from './UsersSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';

/** Props of `PracticeSections`. */
export interface PracticeSectionsProps {
  practice: PracticeState;
  /** Stands after the last one. */
  children: ReactNode;
}

/** The parts of the account in the order of the guide: S3 in one column, IAM in the other. */
export function PracticeSections({ practice, children }: PracticeSectionsProps) {
  const { began, bucket, sections } = practice;
  // What was typed belongs to the bucket that was open; the documented one stays itself when it is renamed.
  const key = began === 'empty' ? bucket : began;
  const ofBucket = (section: PracticeSection) => {
    const state = sections[section];
    if (!state) return <WaitingSection practice={practice} section={section} />;
    return section === 'public-access' ? (
      <PublicAccessSection key={key} practice={practice} state={state} />
    ) : (
      <DocumentSection key={key} practice={practice} section={section} state={state} />
    );
  };
  return (
    <div className="practice-grid">
      <div className="practice-column">
        {began === 'empty' ? <BucketsSection practice={practice} /> : ofBucket('bucket')}
        {ofBucket('public-access')}
        {ofBucket('bucket-policy')}
        {ofBucket('cors')}
      </div>
      <div className="practice-column">
        {began === 'empty' ? (
          <>
            <PoliciesSection practice={practice} />
            <UsersSection practice={practice} />
          </>
        ) : (
          <>
            {sections['iam-policy'] && (
              <DocumentSection practice={practice} section="iam-policy" state={sections['iam-policy']} />
            )}
            <UserSection practice={practice} />
          </>
        )}
        <AccessKeysSection practice={practice} />
        {children}
      </div>
    </div>
  );
}
