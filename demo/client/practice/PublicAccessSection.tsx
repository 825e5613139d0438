import { useState } from 'react';
import { type PracticeState, publicAccessSwitches, type SectionState } from '../../practice/PracticeState.ts';
import { SectionActions } from './SectionActions.tsx';
import { markOf, SectionCard } from './SectionCard.tsx';
import { sectionWords } from './sectionWords.ts';
import { useResetSection, useSaveSection } from './usePractice.ts';

type Switches = Record<(typeof publicAccessSwitches)[number], boolean>;

const words: Record<keyof Switches, string> = {
  BlockPublicAcls: 'Block public access granted through new access control lists (ACLs)',
  IgnorePublicAcls: 'Block public access granted through any access control lists (ACLs)',
  BlockPublicPolicy: 'Block public access granted through new public bucket policies',
  RestrictPublicBuckets: 'Block public and cross-account access through any public bucket policies',
};

/** Props of `PublicAccessSection`. */
export interface PublicAccessSectionProps {
  practice: PracticeState;
  state: SectionState;
}

/** The four switches of Block Public Access, and the one that sets them all. */
export function PublicAccessSection({ practice, state }: PublicAccessSectionProps) {
  const [chosen, setChosen] = useState<Switches | null>(null);
  const save = useSaveSection('public-access');
  const reset = useResetSection('public-access');
  const switches = chosen ?? (JSON.parse(state.text) as Switches);
  const on = publicAccessSwitches.filter((name) => switches[name]).length;
  const busy = save.isPending || reset.isPending;

  const choose = (next: Switches) => {
    setChosen(next);
    save.reset();
  };

  return (
    <SectionCard
      {...sectionWords['public-access']}
      place={sectionWords['public-access'].place(practice)}
      mark={markOf(practice.began, state, 'On')}
    >
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
            busy={busy}
            saved={save.isSuccess && chosen === null}
            refusal={save.error ?? reset.error}
            reset={
              practice.began === 'documented'
                ? {
                    possible: !state.asDocumented || chosen !== null,
                    onReset() {
                      save.reset();
                      reset.mutate(undefined, { onSuccess: () => setChosen(null) });
                    },
                  }
                : undefined
            }
          />
        </form>
      )}
    </SectionCard>
  );
}
