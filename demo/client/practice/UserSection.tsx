import type { PracticeState } from '../../practice/PracticeState.ts';
import { documented, SectionCard } from './SectionCard.tsx';

/** The one user of the documented account. */
export function UserSection({ practice }: { practice: PracticeState }) {
  const user = practice.users.find(({ name }) => name === practice.user);
  return (
    <SectionCard
      step="iam-user"
      title="IAM user"
      place="IAM › Users"
      hint="Whom the access keys belong to."
      mark={documented}
    >
      {() => (
        <dl className="facts">
          <div>
            <dt>User name</dt>
            <dd>{practice.user}</dd>
          </div>
          <div>
            <dt>Permissions policies</dt>
            <dd>{user?.policies.length ? user.policies.join(', ') : 'None'}</dd>
          </div>
        </dl>
      )}
    </SectionCard>
  );
}
