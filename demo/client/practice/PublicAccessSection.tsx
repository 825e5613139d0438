import { useState } from 'react';
import { publicAccessSwitches, type SectionState } from '../../practice/PracticeState.ts';
import { SectionActions } from './SectionActions.tsx';
import { SectionCard } from './SectionCard.tsx';
import { useReset, useSaveSection } from './usePractice.ts';

type Switches = Record<(typeof publicAccessSwitches)[number], boolean>;

const words: Record<keyof Switches, string> = {
  BlockPublicAcls: 'Block public access granted through new access control lists (ACLs)',
  IgnorePublicAcls: 'Block public access granted through any access control lists (ACLs)',
  BlockPublicPolicy: 'Block public access granted through new public bucket policies',
  RestrictPublicBuckets: 'Block public and cross-account access through any public bucket policies',
};

/** The four switches of Block Public Access, and the one that sets them all. */
export function PublicAccessSection({ state }: { state: SectionState }) {
  const [chosen, setChosen] = useState<Switches | null>(null);
  const save = useSaveSection('public-access');
  const reset = useReset('public-access');
  const switches = chosen ?? (JSON.parse(state.text) as Switches);
  const on = publicAccessSwitches.filter((name) => switches[name]).length;
  const busy = save.isPending || reset.isPending;

  const choose = (next: Switches) => {
    setChosen(next);
    save.reset();
  };

  return (
    <SectionCard section="public-access" asDocumented={state.asDocumented}>
      {({ titleId, hintId }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) save.mutate(JSON.stringify(switches), { onSuccess: () => setChosen(null) });
          }}
        >
          <fieldset className="switches" aria-labelledby={titleId} aria-describedby={hintId}>
            <label className="check">
              <input
                type="checkbox"
                checked={on === publicAccessSwitches.length}
                ref={(input) => {
                  if (input) input.indeterminate = on > 0 && on < publicAccessSwitches.length;
                }}
                onChange={(event) => {
                  const value = event.currentTarget.checked;
                  choose({
                    BlockPublicAcls: value,
                    IgnorePublicAcls: value,
                    BlockPublicPolicy: value,
                    RestrictPublicBuckets: value,
                  });
                }}
              />
              <span>Block all public access</span>
            </label>
            {publicAccessSwitches.map((name) => (
              <label key={name} className="check check-part">
                <input
                  type="checkbox"
                  checked={switches[name]}
                  onChange={(event) => choose({ ...switches, [name]: event.currentTarget.checked })}
                />
                <span>
                  {words[name]} <code>{name}</code>
                </span>
              </label>
            ))}
          </fieldset>
          <SectionActions
            section="public-access"
            canReset={!state.asDocumented || chosen !== null}
            busy={busy}
            saved={save.isSuccess && chosen === null}
            refusal={save.error ?? reset.error}
            onReset={() => {
              save.reset();
              reset.mutate(undefined, { onSuccess: () => setChosen(null) });
            }}
          />
        </form>
      )}
    </SectionCard>
  );
}
