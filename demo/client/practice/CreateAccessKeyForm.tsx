import { useState } from 'react';
import { Field } from './Field.tsx';
import { FormActions } from './FormActions.tsx';
import { Radios } from './Radios.tsx';
import { RetrieveAccessKeys } from './RetrieveAccessKeys.tsx';
import { StepHeading } from './StepHeading.tsx';
import { Tick } from './Tick.tsx';
import { useCreateAccessKey } from './usePractice.ts';

/** Props of `CreateAccessKeyForm`. */
export interface CreateAccessKeyFormProps {
  user: string;
  onClose: () => void;
}

const useCases = [
  'Command Line Interface (CLI)',
  'Local code',
  'Application running on an AWS compute service',
  'Third-party service',
  'Application running outside AWS',
  'Other',
] as const;

/** IAM's form *Create access key*: what it is for, its description, and the key, once. */
export function CreateAccessKeyForm({ user, onClose }: CreateAccessKeyFormProps) {
  const [step, setStep] = useState<'practices' | 'description'>('practices');
  const [useCase, setUseCase] = useState<(typeof useCases)[number] | null>(null);
  const [understood, setUnderstood] = useState(false);
  const [asked, setAsked] = useState(false);
  const [description, setDescription] = useState('');
  const create = useCreateAccessKey(user);
  const unanswered =
    useCase === null
      ? 'Choose a use case.'
      : understood
        ? null
        : 'Confirm that you understand the recommendation.';

  if (create.data) return <RetrieveAccessKeys user={user} created={create.data} onDone={onClose} />;

  if (step === 'practices') {
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (unanswered === null) setStep('description');
        }}
      >
        <StepHeading key={step}>Access key best practices &amp; alternatives</StepHeading>
        <Radios legend="Use case" options={useCases} chosen={useCase} onChange={setUseCase} />
        {useCase !== null && (
          <div className="practice-warning">
            <p>
              Alternative recommended: use temporary credentials (IAM roles) instead of a long-term access key
              where you can.
            </p>
            <Tick checked={understood} onChange={setUnderstood}>
              I understand the above recommendation and want to proceed to create an access key.
            </Tick>
          </div>
        )}
        <FormActions submit="Next" refusal={asked ? unanswered : null} onCancel={onClose} />
      </form>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) create.mutate(description.trim());
      }}
    >
      <StepHeading key={step}>Set description tag (optional)</StepHeading>
      <Field
        label="Description tag value"
        hint="What this access key is for and where it will be used: it helps to rotate it with confidence later."
      >
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            maxLength={256}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        )}
      </Field>
      <FormActions
        submit="Create access key"
        busy={create.isPending}
        refusal={create.error?.message}
        onPrevious={() => {
          create.reset();
          setStep('practices');
        }}
        onCancel={onClose}
      />
    </form>
  );
}
