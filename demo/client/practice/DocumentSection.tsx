import { useState } from 'react';
import type { PracticeSection, SectionState } from '../../practice/PracticeState.ts';
import { SectionActions } from './SectionActions.tsx';
import { SectionCard } from './SectionCard.tsx';
import { useReset, useSaveSection } from './usePractice.ts';

/** Props of `DocumentSection`. */
export interface DocumentSectionProps {
  section: PracticeSection;
  state: SectionState;
}

/** One document of the practice account in an editor. */
export function DocumentSection({ section, state }: DocumentSectionProps) {
  // `null`: nothing was typed, so what is saved is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSaveSection(section);
  const reset = useReset(section);
  const text = typed ?? state.text;
  const busy = save.isPending || reset.isPending;

  return (
    <SectionCard section={section} asDocumented={state.asDocumented}>
      {({ titleId, hintId }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) save.mutate(text, { onSuccess: () => setTyped(null) });
          }}
        >
          <textarea
            className="code"
            aria-labelledby={titleId}
            aria-describedby={hintId}
            aria-invalid={save.isError || undefined}
            rows={Math.min(Math.max(text.split('\n').length, 4), 20)}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            placeholder="No document"
            value={text}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              save.reset();
            }}
          />
          <SectionActions
            section={section}
            canReset={!state.asDocumented || typed !== null}
            busy={busy}
            saved={save.isSuccess && typed === null}
            refusal={save.error ?? reset.error}
            onReset={() => {
              save.reset();
              reset.mutate(undefined, { onSuccess: () => setTyped(null) });
            }}
          />
        </form>
      )}
    </SectionCard>
  );
}
