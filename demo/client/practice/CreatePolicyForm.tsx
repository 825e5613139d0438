import { useState } from 'react';
import { CodeEditor } from './CodeEditor.tsx';
import { Field } from './Field.tsx';
import { FormActions } from './FormActions.tsx';
import { StepHeading } from './StepHeading.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `CreatePolicyForm`. */
export interface CreatePolicyFormProps {
  onCreated: (name: string) => void;
  onClose: () => void;
}

/** IAM's form *Create policy*: the JSON, then the name. */
export function CreatePolicyForm({ onCreated, onClose }: CreatePolicyFormProps) {
  const [step, setStep] = useState<'permissions' | 'review'>('permissions');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [malformed, setMalformed] = useState(false);
  const create = usePracticeChange(() => ({ method: 'POST', path: 'policies', body: { name, text } }));
  const problem = create.error?.message ?? null;
  const empty = name.trim() === '' && problem !== null;

  if (step === 'permissions') {
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What the words mean is judged when it is created.
          if (isJson(text)) setStep('review');
          else setMalformed(true);
        }}
      >
        <StepHeading key={step}>Specify permissions</StepHeading>
        <Field label="Policy editor: JSON" error={malformed ? 'Syntax errors in policy.' : null}>
          {(attributes) => (
            <CodeEditor
              {...attributes}
              placeholder="Paste the policy here"
              value={text}
              onChange={(next) => {
                setText(next);
                setMalformed(false);
              }}
            />
          )}
        </Field>
        <FormActions submit="Next" onCancel={onClose} />
      </form>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) create.mutate(undefined, { onSuccess: () => onCreated(name) });
      }}
    >
      <StepHeading key={step}>Review and create</StepHeading>
      <Field
        label="Policy name"
        hint="At most 128 characters: letters, numbers and + = , . @ - _"
        error={empty ? 'Enter a name for this policy.' : null}
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
      <FormActions
        submit="Create policy"
        busy={create.isPending}
        refusal={empty ? null : problem}
        onPrevious={() => {
          create.reset();
          setStep('permissions');
        }}
        onCancel={onClose}
      />
    </form>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
