import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { CreateButton } from './CreateButton.tsx';
import { CreateUserForm } from './CreateUserForm.tsx';
import { Flash } from './Flash.tsx';
import { ResourceList } from './ResourceList.tsx';
import { documented, missing, SectionCard } from './SectionCard.tsx';
import { useDisclosure } from './useDisclosure.ts';
import { useOpenNewest } from './useOpenNewest.ts';
import { UserPolicies } from './UserPolicies.tsx';

/** The list of IAM users, the form that creates one, and the policies of the one that is open. */
export function UsersSection({ practice }: { practice: PracticeState }) {
  const form = useDisclosure();
  const [created, setCreated] = useState<string | null>(null);
  const openNewest = useOpenNewest('user');
  const { users, policies } = practice;
  const user = users.find(({ name }) => name === practice.user);
  return (
    <SectionCard
      step="iam-user"
      title="Users"
      place="IAM › Users"
      hint="triage.ai gets a user of its own, whose keys can do what its policies allow and nothing else."
      mark={practice.steps['iam-user'] ? documented : user ? { text: 'Without the policy' } : missing}
      action={
        <CreateButton
          form={form}
          label="Create user"
          primary={policies.length > 0 && users.length === 0}
          onClick={() => setCreated(null)}
        />
      }
    >
      {() => (
        <>
          <Flash>{created === null ? null : `User ${created} created successfully.`}</Flash>
          {form.isOpen ? (
            <CreateUserForm
              policies={policies}
              onClose={form.close}
              onCreated={(name) => {
                setCreated(name);
                openNewest();
                form.close();
              }}
            />
          ) : (
            <ResourceList
              kind="user"
              items={users.map(({ name, policies }) => ({
                name,
                facts: policies.length === 0 ? 'No policies' : `Policies: ${policies.join(', ')}`,
              }))}
              none="You have no users."
              open={practice.user}
              step="iam-user"
              leadsTo="access-key"
              consequence={
                <p>Its access keys are deleted too. What signs with them is refused from then on.</p>
              }
            />
          )}
          {!form.isOpen && user && <UserPolicies key={user.name} user={user} policies={policies} />}
        </>
      )}
    </SectionCard>
  );
}
