import { useId, useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { PolicyTicks } from './PolicyTicks.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `UserPolicies`. */
export interface UserPoliciesProps {
  user: PracticeState['users'][number];
  policies: PracticeState['policies'];
}

/** Which policies are attached to the user. */
export function UserPolicies({ user, policies }: UserPoliciesProps) {
  const titleId = useId();
  // `null`: nothing was ticked, so what is saved is shown.
  const [chosen, setChosen] = useState<string[] | null>(null);
  const save = usePracticeChange<string[]>((names) => ({
    method: 'PUT',
    path: `users/${encodeURIComponent(user.name)}/policies`,
    body: { policies: names },
  }));
  return (
    <form
      className="practice-part"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(chosen ?? user.policies, { onSuccess: () => setChosen(null) });
      }}
    >
      <h3 id={titleId}>Permissions of {user.name}</h3>
      <PolicyTicks
        policies={policies}
        chosen={chosen ?? user.policies}
        searchable={policies.length > 5}
        onChange={(next) => {
          setChosen(next);
          save.reset();
        }}
      />
      <div className="section-actions">
        {save.error && (
          <p role="alert" className="refusal">
            {save.error.message}
          </p>
        )}
        <button
          type="submit"
          className="button"
          aria-disabled={save.isPending}
          aria-label={`Save Permissions of ${user.name}`}
        >
          Save
        </button>
        <p role="status" className="saved">
          {save.isSuccess && chosen === null && 'Saved'}
        </p>
      </div>
    </form>
  );
}
