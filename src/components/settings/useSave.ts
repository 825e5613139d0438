'use client';
import { useEffect, useRef, useState } from 'react';
import type { CheckReport, Settings } from '../../contract/index.ts';
import { codeOf, type Verdict, verdictOf } from '../../diagnosis/index.ts';
import { type Client, type ConnectionCheckState, useSaveSettings } from '../../hooks/index.ts';
import { accessKeyOf, inputOf, isFormField, versionOf } from './settingsValues.ts';
import type { FormCheck } from './useFormCheck.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** Where saving stands. */
type SaveState =
  | { status: 'idle' }
  /** Fields are not in order; the summary says which. `attempt` tells one summary from the next. */
  | { status: 'invalid'; attempt: number }
  | { status: 'checking' }
  /** Something was typed while it was checked: nothing was saved. */
  | { status: 'changed' }
  /** The check found that these values will not work, or could not tell: it takes *Save anyway*. */
  | { status: 'refused'; report: CheckReport }
  /** The check itself could not be done. */
  | { status: 'unchecked'; verdict: Verdict }
  | { status: 'saving' }
  /** `retired`: the access key that was replaced. `despite`: what the check had found. */
  | { status: 'saved'; settings: Settings; retired: string | null; despite: CheckReport | null }
  /** Where somebody else saved meanwhile, the verdict is `settings_changed`. */
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
  /** Ends an attempt that is being checked, and what is shown of the last one. */
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
  const attempts = useRef(0);
  const underWay = useRef(false);

  const invalid = () => setSave({ status: 'invalid', attempt: attempts.current });
  /** Marks the fields that the backend names; false where it names none that the form has. */
  const mark = (verdict: Verdict): boolean => {
    const issues = issuesIn(verdict);
    for (const { field, message } of issues) form.setError(field, { type: 'server', message });
    // The saved secret does not fit any more: it is asked for.
    if (issues.some(({ field }) => field === 'secretAccessKey')) state.replace();
    if (issues.length > 0) invalid();
    return issues.length > 0;
  };

  /** The key that is to be replaced is no other key. */
  const isSameKey = () => {
    if (state.rotating === null || form.getValues('accessKeyId').trim() !== state.rotating) return false;
    attempts.current++;
    form.setError('accessKeyId', { type: 'value', message: 'same_key' });
    invalid();
    return true;
  };

  /** One at a time, and only with values that are in order. `isCurrent`: nobody has ended it. */
  const attempt = (work: (isCurrent: () => boolean) => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    const number = ++attempts.current;
    void form
      .handleSubmit(() => work(() => attempts.current === number), invalid)()
      .catch((error: unknown) => setSave({ status: 'failed', verdict: verdictOf(error) }))
      .finally(() => (underWay.current = false));
  };

  const store = async (despite: CheckReport | null, version = state.base) => {
    setSave({ status: 'saving' });
    const before = accessKeyOf(settings)?.accessKeyId ?? null;
    const sent = state.signature();
    let next: Settings | null;
    try {
      next = await send({ ...inputOf(form.getValues(), state.keyMode()), version });
    } catch (error) {
      const verdict = verdictOf(error);
      if (codeOf(verdict) === 'settings_changed' || issuesIn(verdict).length > 0) await reload();
      if (!mark(verdict)) setSave({ status: 'failed', verdict });
      return;
    }
    if (!next) return setSave({ status: 'idle' });
    if (state.signature() === sent) state.show(next);
    // What was typed while it was saved is not lost; the secret that was sent is done with.
    else state.rebase(next, secretChanges(state.signature()) === secretChanges(sent) ? 'goes' : 'stays');
    const after = accessKeyOf(next)?.accessKeyId ?? null;
    const retired = before !== null && before !== after ? before : null;
    const saved = next;
    setSave({ status: 'saved', settings: saved, retired, despite });
    // A fault of the host's is none of the save's.
    queueMicrotask(() => onSaved?.(saved));
  };

  const checkAndStore = async (isCurrent: () => boolean, version = state.base) => {
    const known = check.state.status === 'done' && !check.isStale() ? check.state.report : null;
    if (known && works(known)) return store(null, version);
    setSave({ status: 'checking' });
    const begun = state.signature();
    const end = await check.run();
    if (!isCurrent()) return;
    if (state.signature() !== begun) return setSave({ status: 'changed' });
    if (end.status === 'done' && works(end.report)) return store(null, version);
    setSave(afterCheck(end));
    if (end.status === 'failed') mark(end.verdict);
  };

  // What was found of other values is no reason to save these.
  const { status } = save;
  useEffect(() => {
    if (check.stale && (status === 'refused' || status === 'unchecked')) setSave({ status: 'idle' });
  }, [check.stale, status]);
  // Once everything is mended there is nothing to sum up.
  const mended = Object.keys(form.formState.errors).length === 0;
  const summed = useRef(false);
  useEffect(() => {
    // The form tells its errors a moment after the attempt.
    if (status !== 'invalid') summed.current = false;
    else if (!mended) summed.current = true;
    else if (summed.current) setSave({ status: 'idle' });
  }, [mended, status]);

  return {
    state: save,
    check: () => {
      if (underWay.current) return;
      attempts.current++;
      // Of nothing there is nothing to find out.
      const ofKey = state.keyMode() === 'server' ? [] : (['accessKeyId'] as const);
      const empty = (['bucket', 'region', ...ofKey] as const).filter(
        (name) => form.getValues(name).trim() === '',
      );
      for (const name of empty) form.setError(name, { type: 'value', message: 'required' });
      if (empty.length > 0) return invalid();
      setSave({ status: 'idle' });
      void check.run().then((end) => {
        if (end.status === 'failed') mark(end.verdict);
      });
    },
    submit: () => {
      if (!underWay.current && isSameKey()) return;
      // The check before the save takes its place.
      if (check.state.status === 'running' && !underWay.current) check.stop();
      attempt((isCurrent) => checkAndStore(isCurrent));
    },
    anyway: () => attempt(() => store(save.status === 'refused' ? save.report : null)),
    // The new base is state from the next render on only.
    over: (next) => attempt((isCurrent) => checkAndStore(isCurrent, versionOf(next))),
    dismiss: () => {
      attempts.current++;
      if (status === 'checking') check.cancel();
      // What is being saved cannot be called back.
      if (status !== 'saving') setSave({ status: 'idle' });
    },
  };
}

const works = ({ outcome }: CheckReport) => outcome === 'passed' || outcome === 'warning';

function afterCheck(end: ConnectionCheckState): SaveState {
  if (end.status === 'done') return { status: 'refused', report: end.report };
  return end.status === 'failed' ? { status: 'unchecked', verdict: end.verdict } : { status: 'idle' };
}

/** How often the secret had changed, in a signature. */
const secretChanges = (signature: string) => (JSON.parse(signature) as [unknown, number])[1];

/** What the backend says of single fields. */
function issuesIn(verdict: Verdict) {
  if (verdict.detail !== 'full' || verdict.diagnosis.code !== 'invalid_input') return [];
  return verdict.diagnosis.issues.flatMap(({ path, message }) =>
    isFormField(path) ? [{ field: path, message }] : [],
  );
}
