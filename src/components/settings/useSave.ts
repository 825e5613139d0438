'use client';
import { useRef, useState } from 'react';
import type { CheckReport, Settings } from '../../contract/index.ts';
import { codeOf, type Verdict, verdictOf } from '../../diagnosis/index.ts';
import { type Client, useSaveSettings } from '../../hooks/index.ts';
import { accessKeyOf, inputOf, isFormField, versionOf } from './settingsValues.ts';
import type { FormCheck } from './useFormCheck.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** Where saving stands. */
export type SaveState =
  | { status: 'idle' }
  /** Fields are not in order; the summary says which. `attempt` tells one summary from the next. */
  | { status: 'invalid'; attempt: number }
  | { status: 'checking' }
  /** The check found that these values will not work, or could not tell: it takes *Save anyway*. */
  | { status: 'refused'; report: CheckReport }
  /** The check itself could not be done. */
  | { status: 'unchecked'; verdict: Verdict }
  | { status: 'saving' }
  /** `retired`: the access key that was replaced. `despite`: what the check had found. */
  | { status: 'saved'; settings: Settings; retired: string | null; despite: CheckReport | null }
  /** Somebody else saved meanwhile: both are to be shown. `asked`: a save has met it; else it was seen by itself. */
  | { status: 'conflict'; asked: boolean }
  | { status: 'failed'; verdict: Verdict };

/** Saving, and what can be done about it. */
export interface Save {
  state: SaveState;
  /** Checks what is typed, and does not save. */
  check(): void;
  /** Checks, and saves what works. */
  submit(): void;
  /** Saves without another check. */
  anyway(): void;
  /** Saves over these settings, which somebody else saved meanwhile. */
  over(settings: Settings): void;
  /** Somebody else has saved while there are changes here. */
  meet(): void;
  /** Ends what is shown of the last attempt. */
  dismiss(): void;
}

/** Saves the values: checked first, guarded by the version that they were made from. What was typed survives a failed save. */
export function useSave(
  client: Client,
  settings: Settings,
  state: SettingsForm,
  check: FormCheck,
  onSaved: ((settings: Settings) => void) | undefined,
  /** Reads the settings anew. */
  reload: () => Promise<unknown>,
): Save {
  const { form } = state;
  const [save, setSave] = useState<SaveState>({ status: 'idle' });
  const { save: send } = useSaveSettings(client);
  const underWay = useRef(false);

  const invalid = () =>
    setSave((before) => ({
      status: 'invalid',
      attempt: before.status === 'invalid' ? before.attempt + 1 : 0,
    }));

  /** One at a time, and only with values that are in order. */
  const attempt = (work: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    void form
      .handleSubmit(work, invalid)()
      .catch((error: unknown) => setSave({ status: 'failed', verdict: verdictOf(error) }))
      .finally(() => (underWay.current = false));
  };

  const store = async (despite: CheckReport | null, version = state.base) => {
    setSave({ status: 'saving' });
    const before = accessKeyOf(settings)?.accessKeyId ?? null;
    try {
      const next = await send({ ...inputOf(form.getValues(), state.entersSecret()), version });
      if (!next) return setSave({ status: 'idle' });
      state.show(next);
      const after = accessKeyOf(next)?.accessKeyId ?? null;
      const retired = before !== null && before !== after ? before : null;
      setSave({ status: 'saved', settings: next, retired, despite });
      // A fault of the host's is none of the save's.
      queueMicrotask(() => onSaved?.(next));
    } catch (error) {
      const verdict = verdictOf(error);
      const issues = issuesIn(verdict);
      for (const { field, message } of issues) form.setError(field, { type: 'server', message });
      // The saved secret does not fit any more: it is asked for.
      if (issues.some(({ field }) => field === 'secretAccessKey')) state.replace();
      const changed = codeOf(verdict) === 'settings_changed';
      if (changed || issues.length > 0) await reload();
      if (changed) setSave({ status: 'conflict', asked: true });
      else if (issues.length > 0) invalid();
      else setSave({ status: 'failed', verdict });
    }
  };

  const checkAndStore = async (version = state.base) => {
    const known = check.state.status === 'done' && !check.isStale() ? check.state.report : null;
    if (known && works(known)) return store(null, version);
    setSave({ status: 'checking' });
    const end = await check.run();
    // What was typed meanwhile was not checked.
    if (check.isStale()) return setSave({ status: 'idle' });
    if (end.status === 'done' && works(end.report)) return store(null, version);
    if (end.status === 'done') return setSave({ status: 'refused', report: end.report });
    if (end.status === 'failed') return setSave({ status: 'unchecked', verdict: end.verdict });
    return setSave({ status: 'idle' });
  };

  return {
    state: save,
    check: () => {
      if (underWay.current) return;
      // Of nothing there is nothing to find out.
      const empty = (['bucket', 'region', 'accessKeyId'] as const).filter(
        (name) => form.getValues(name).trim() === '',
      );
      for (const name of empty) form.setError(name, { type: 'value', message: 'required' });
      if (empty.length > 0) return invalid();
      setSave({ status: 'idle' });
      void check.run();
    },
    submit: () => {
      if (check.state.status !== 'running') attempt(() => checkAndStore());
    },
    anyway: () => attempt(() => store(save.status === 'refused' ? save.report : null)),
    // The new base is state from the next render on only.
    over: (next) => attempt(() => checkAndStore(versionOf(next))),
    meet: () => setSave({ status: 'conflict', asked: false }),
    dismiss: () => setSave({ status: 'idle' }),
  };
}

const works = ({ outcome }: CheckReport) => outcome === 'passed' || outcome === 'warning';

/** What the backend says of single fields. */
function issuesIn(verdict: Verdict) {
  if (verdict.detail !== 'full' || verdict.diagnosis.code !== 'invalid_input') return [];
  return verdict.diagnosis.issues.flatMap(({ path, message }) =>
    isFormField(path) ? [{ field: path, message }] : [],
  );
}
