import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { Field } from './Field.tsx';
import { FormActions } from './FormActions.tsx';
import { StepHeading } from './StepHeading.tsx';
import { Tick } from './Tick.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `CreateBucketForm`. */
export interface CreateBucketFormProps {
  regions: PracticeState['regions'];
  onCreated: (name: string) => void;
  onClose: () => void;
}

/** S3's form *Create bucket*, with what the guide asks for. */
export function CreateBucketForm({ regions, onCreated, onClose }: CreateBucketFormProps) {
  const [region, setRegion] = useState('us-east-1');
  const [name, setName] = useState('');
  const [block, setBlock] = useState(true);
  const [acknowledged, setAcknowledged] = useState(false);
  const [asked, setAsked] = useState(false);
  const create = usePracticeChange(() => ({
    method: 'POST',
    path: 'buckets',
    body: { name, region, blockPublicAccess: block },
  }));
  const unacknowledged = asked && !block && !acknowledged;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (create.isPending || (!block && !acknowledged)) return;
        create.mutate(undefined, { onSuccess: () => onCreated(name) });
      }}
    >
      <StepHeading>Create bucket</StepHeading>
      <Field label="AWS Region">
        {(attributes) => (
          <select
            {...attributes}
            className="input"
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value)}
          >
            {regions.map((one) => (
              <option key={one.code} value={one.code}>
                {`${one.name} ${one.code}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Bucket name"
        hint="3 to 63 characters, unique among all buckets of all AWS accounts: a-z, 0-9, periods and hyphens, beginning and ending with a letter or number."
        error={create.error?.message}
      >
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              create.reset();
            }}
          />
        )}
      </Field>
      <fieldset className="switches">
        <legend>Block Public Access settings for this bucket</legend>
        <Tick checked={block} onChange={setBlock}>
          Block <em>all</em> public access
        </Tick>
        {!block && (
          <div className="practice-warning">
            <p>
              Turning off block all public access might result in this bucket and the objects within becoming
              public.
            </p>
            <Tick checked={acknowledged} onChange={setAcknowledged}>
              I acknowledge that the current settings might result in this bucket and the objects within
              becoming public.
            </Tick>
          </div>
        )}
      </fieldset>
      <FormActions
        submit="Create bucket"
        busy={create.isPending}
        refusal={unacknowledged ? 'Acknowledge the warning to create the bucket.' : null}
        onCancel={onClose}
      />
    </form>
  );
}
