import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { Field } from './Field.tsx';
import { FormActions } from './FormActions.tsx';
import { PolicyTicks } from './PolicyTicks.tsx';
import { Radios } from './Radios.tsx';
import { StepHeading } from './StepHeading.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `CreateUserForm`. */
export interface CreateUserFormProps {
  policies: PracticeState['policies'];
  onCreated: (name: string) => void;
  onClose: () => void;
}

const steps = ['details', 'permissions', 'review'] as const;
const options = ['Add user to group', 'Copy permissions', 'Attach policies directly'] as const;

/** IAM's form *Create user*: the name, the policies, a last look. */
export function CreateUserForm({ policies, onCreated, onClose }: CreateUserFormProps) {
  const [step, setStep] = useState<(typeof steps)[number]>('details');
  const [name, setName] = useState('');
  const [nameMissing, setNameMissing] = useState(false);
  const [option, setOption] = useState<(typeof options)[number]>('Add user to group');
  const [chosen, setChosen] = useState<string[]>([]);
  const create = usePracticeChange(() => ({
    method: 'POST',
    path: 'users',
    body: { name, policies: option === 'Attach policies directly' ? chosen : [] },
  }));
  const attached = option === 'Attach policies directly' ? chosen : [];

  const goOn = () => {
    if (step === 'details') {
      setNameMissing(name === '');
      if (name !== '') setStep('permissions');
    } else if (step === 'permissions') setStep('review');
    else if (!create.isPending) create.mutate(undefined, { onSuccess: () => onCreated(name) });
  };
  const goBack = () => {
    create.reset();
    setStep(step === 'review' ? 'permissions' : 'details');
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      {step === 'details' && (
        <>
          <StepHeading>Specify user details</StepHeading>
          <Field
            label="User name"
            hint="At most 64 characters: letters, numbers and + = , . @ - _"
            error={nameMissing ? 'Enter a name for this user.' : null}
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
                  setNameMissing(false);
                }}
              />
            )}
          </Field>
        </>
      )}
      {step === 'permissions' && (
        <>
          <StepHeading>Set permissions</StepHeading>
          <Radios legend="Permissions options" options={options} chosen={option} onChange={setOption} />
          {option === 'Attach policies directly' ? (
            <PolicyTicks policies={policies} chosen={chosen} onChange={setChosen} />
          ) : (
            <p className="quiet">
              {option === 'Add user to group'
                ? 'There are no groups in this account.'
                : 'There is no other user to copy from.'}{' '}
              The user gets no permissions.
            </p>
          )}
        </>
      )}
      {step === 'review' && (
        <>
          <StepHeading>Review and create</StepHeading>
          <dl className="facts">
            <div>
              <dt>User name</dt>
              <dd>{name}</dd>
            </div>
            <div>
              <dt>Permissions policies</dt>
              <dd>
                {attached.length === 0 ? 'None: its keys will be allowed nothing.' : attached.join(', ')}
              </dd>
            </div>
          </dl>
        </>
      )}
      <FormActions
        submit={step === 'review' ? 'Create user' : 'Next'}
        busy={create.isPending}
        refusal={create.error?.message}
        onPrevious={step === 'details' ? undefined : goBack}
        onCancel={onClose}
      />
    </form>
  );
}
