import { useId, useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { CreateButton } from './CreateButton.tsx';
import { CreatePolicyForm } from './CreatePolicyForm.tsx';
import { DocumentForm } from './DocumentForm.tsx';
import { Flash } from './Flash.tsx';
import { ResourceList } from './ResourceList.tsx';
import { markOf, missing, SectionCard } from './SectionCard.tsx';
import { sectionWords } from './sectionWords.ts';
import { useDisclosure } from './useDisclosure.ts';
import { useOpenNewest } from './useOpenNewest.ts';

/** The list of the account's policies, the form that creates one, and the document of the one that is open. */
export function PoliciesSection({ practice }: { practice: PracticeState }) {
  const form = useDisclosure();
  const [created, setCreated] = useState<string | null>(null);
  const openNewest = useOpenNewest('policy');
  const documentId = useId();
  const { policies, policy } = practice;
  const state = practice.sections['iam-policy'];
  return (
    <SectionCard
      step="iam-policy"
      title="Policies"
      place="IAM › Policies"
      hint="A policy defines permissions. It allows nothing until it is attached to a user."
      mark={state ? markOf(practice.began, state) : missing}
      action={
        <CreateButton
          form={form}
          label="Create policy"
          primary={practice.buckets.length > 0 && policies.length === 0}
          onClick={() => setCreated(null)}
        />
      }
    >
      {({ hintId }) => (
        <>
          <Flash>{created === null ? null : `Policy ${created} created.`}</Flash>
          {form.isOpen ? (
            <CreatePolicyForm
              onClose={form.close}
              onCreated={(name) => {
                setCreated(name);
                openNewest();
                form.close();
              }}
            />
          ) : (
            <ResourceList
              kind="policy"
              items={policies.map(({ name, users }) => ({
                name,
                facts: users.length === 0 ? 'Attached to nobody' : `Attached to ${users.join(', ')}`,
              }))}
              none="You have no policies of your own."
              open={policy}
              step="iam-policy"
              leadsTo="iam-policy"
              consequence={<p>Users to whom it is attached lose what it allows.</p>}
            />
          )}
          {!form.isOpen && state && policy !== null && (
            <div className="practice-part">
              <h3 id={documentId}>{sectionWords['iam-policy'].title}</h3>
              <DocumentForm
                key={policy}
                section="iam-policy"
                state={state}
                began={practice.began}
                titleId={documentId}
                hintId={hintId}
              />
            </div>
          )}
        </>
      )}
    </SectionCard>
  );
}
