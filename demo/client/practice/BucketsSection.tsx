import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { CreateButton } from './CreateButton.tsx';
import { CreateBucketForm } from './CreateBucketForm.tsx';
import { Flash } from './Flash.tsx';
import { ResourceList } from './ResourceList.tsx';
import { documented, missing, SectionCard } from './SectionCard.tsx';
import { useDisclosure } from './useDisclosure.ts';
import { useOpenNewest } from './useOpenNewest.ts';

/** The list of buckets, and the form that creates one. */
export function BucketsSection({ practice }: { practice: PracticeState }) {
  const form = useDisclosure();
  const [created, setCreated] = useState<string | null>(null);
  const openNewest = useOpenNewest('bucket');
  const { buckets } = practice;
  return (
    <SectionCard
      step="create-bucket"
      title="Buckets"
      place="S3 › Buckets"
      hint="Containers for data stored in S3. The files of triage.ai’s tickets will lie in one."
      mark={practice.steps['create-bucket'] ? documented : missing}
      action={
        <CreateButton
          form={form}
          label="Create bucket"
          primary={buckets.length === 0}
          onClick={() => setCreated(null)}
        />
      }
    >
      {() => (
        <>
          <Flash>{created === null ? null : `Successfully created bucket “${created}”.`}</Flash>
          {form.isOpen ? (
            <CreateBucketForm
              regions={practice.regions}
              onClose={form.close}
              onCreated={(name) => {
                setCreated(name);
                openNewest();
                form.close();
              }}
            />
          ) : (
            <ResourceList
              kind="bucket"
              items={buckets.map(({ name, region }) => ({ name, facts: region }))}
              none="You don’t have any buckets."
              open={practice.bucket}
              step="create-bucket"
              leadsTo="public-access"
              consequence={
                <p>
                  The files in it are deleted too, and attachments that lie there can no longer be opened.
                </p>
              }
            />
          )}
        </>
      )}
    </SectionCard>
  );
}
