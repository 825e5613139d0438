import { useState } from 'react';
import type { PracticeBeginning, PracticeSection, SectionState } from '../../practice/PracticeState.ts';
import { CodeEditor } from './CodeEditor.tsx';
import { SectionActions } from './SectionActions.tsx';
import { useResetSection, useSaveSection } from './usePractice.ts';

/** Props of `DocumentForm`. */
export interface DocumentFormProps {
  section: PracticeSection;
  state: SectionState;
  began: PracticeBeginning;
  titleId: string;
  hintId: string;
}

/** The editor of one document, with what AWS says when it is saved. */
export function DocumentForm({ section, state, began, titleId, hintId }: DocumentFormProps) {
  // `null`: nothing was typed, so what is saved is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSaveSection(section);
  const reset = useResetSection(section);
  const text = typed ?? state.text;
  const busy = save.isPending || reset.isPending;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) save.mutate(text, { onSuccess: () => setTyped(null) });
      }}
    >
      <CodeEditor
        aria-labelledby={titleId}
        aria-describedby={hintId}
        aria-invalid={save.isError || undefined}
        placeholder="No document"
        value={text}
        onChange={(next) => {
          setTyped(next);
          save.reset();
        }}
      />
      <SectionActions
        section={section}
        busy={busy}
        saved={save.isSuccess && typed === null}
        refusal={save.error ?? reset.error}
        reset={
          began === 'documented'
            ? {
                possible: !state.asDocumented || typed !== null,
                onReset() {
                  save.reset();
                  reset.mutate(undefined, { onSuccess: () => setTyped(null) });
                },
              }
            : undefined
        }
      />
    </form>
  );
}
