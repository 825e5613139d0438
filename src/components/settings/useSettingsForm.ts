'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import {
  completeSettingsInputSchema,
  type Settings,
  type SettingsInput,
  settingsInputSchema,
} from '../../contract/index.ts';
import { DiagnosisError, type Verdict, type Where } from '../../diagnosis/index.ts';
import { type Client, useSaveSettings } from '../../hooks/index.ts';

/** The values of the form as they are typed. */
export interface SettingsValues {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const fields = [
  'bucket',
  'region',
  'accessKeyId',
  'secretAccessKey',
] as const satisfies readonly (keyof SettingsValues)[];

/** Whether the form has a field of this name. */
export function isFormField(name: string): name is keyof SettingsValues {
  return fields.some((field) => field === name);
}

/** The places that this panel can open: a field that the form does not have is none of them. */
export function withinPanel(where: readonly Where[]): Where[] {
  return where.filter((place) => place.kind !== 'field' || isFormField(place.field));
}

const valuesOf = (settings: Settings): SettingsValues => ({
  bucket: settings.status === 'configured' ? settings.bucket : '',
  region: settings.status === 'configured' ? settings.region : '',
  accessKeyId: settings.status === 'configured' ? settings.accessKeyId : '',
  secretAccessKey: '',
});

/** The form's state: values, whether the secret has to be entered, saving, and the backend's refusal. */
export function useSettingsForm(
  client: Client,
  settings: Settings,
  onSaved: ((settings: Settings) => void) | undefined,
  /** The settings that are shown are no longer those that are saved. */
  onStale: () => void,
) {
  const [replacing, setReplacing] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [marked, setMarked] = useState<{ field: keyof SettingsValues } | null>(null);
  const [settled, setSettled] = useState(0);
  const [secretMark, setSecretMark] = useState(0);
  const [savedBucket, setSavedBucket] = useState<string | null>(null);
  const { save, isPending } = useSaveSettings(client);

  const saved =
    settings.status === 'configured' && settings.secretAccessKey === 'configured' ? settings : null;
  const needsSecret = (accessKeyId: string) => saved === null || saved.accessKeyId !== accessKeyId.trim();
  const latest = useRef({ needsSecret, replacing });
  latest.current = { needsSecret, replacing };

  const resolver = useMemo<Resolver<SettingsValues>>(() => {
    const complete = zodResolver(completeSettingsInputSchema) as unknown as Resolver<SettingsValues>;
    const keeping = zodResolver(settingsInputSchema) as unknown as Resolver<SettingsValues>;
    return (values, context, options) => {
      const { needsSecret, replacing } = latest.current;
      if (needsSecret(values.accessKeyId) || replacing) return complete(values, context, options);
      const { secretAccessKey: _, ...rest } = values;
      return keeping(rest as SettingsValues, context, options);
    };
  }, []);

  const form = useForm<SettingsValues>({ defaultValues: valuesOf(settings), resolver, mode: 'onTouched' });
  const { isDirty } = form.formState;

  // What somebody else saved is shown unless something was typed here.
  const version = settings.status === 'configured' ? settings.version : 0;
  const shownVersion = useRef(version);
  useEffect(() => {
    if (shownVersion.current === version || isDirty) return;
    shownVersion.current = version;
    form.reset(valuesOf(settings));
  }, [version, isDirty, settings, form]);

  // Once it is rendered: the secret's field may only now be there.
  useEffect(() => {
    if (marked) form.setFocus(marked.field);
  }, [marked, form]);

  const submit = form.handleSubmit(async (values) => {
    setVerdict(null);
    setSavedBucket(null);
    try {
      const next = await save({
        ...(values as SettingsInput),
        version: settings.status === 'not_configured' ? 0 : settings.version,
      });
      if (!next) return;
      shownVersion.current = next.status === 'configured' ? next.version : 0;
      // Empties the secret too: nothing of it stays in the form or the page.
      form.reset(valuesOf(next));
      setReplacing(false);
      setSettled((before) => before + 1);
      setSavedBucket(next.status === 'configured' ? next.bucket : null);
      onSaved?.(next);
    } catch (error) {
      if (!(error instanceof DiagnosisError)) throw error;
      const issues = issuesIn(error.verdict);
      if (issues.length === 0) return setVerdict(error.verdict);
      // Somebody else may have saved another key meanwhile: then the secret is asked for again, and what is there now is read.
      if (issues.some(({ field }) => field === 'secretAccessKey')) setReplacing(true);
      for (const { field, message } of issues) form.setError(field, { message });
      setMarked({ field: issues[0]?.field ?? 'bucket' });
      onStale();
    }
  });

  const markSecret = () => setSecretMark((before) => before + 1);
  const mustEnter = needsSecret(form.watch('accessKeyId'));
  return {
    form,
    submit,
    saving: isPending,
    verdict,
    savedBucket,
    entersSecret: replacing || mustEnter,
    /** True where a saved secret could stay but another is being entered. */
    canKeep: replacing && !mustEnter,
    /** Grows with every save and discard. */
    settled,
    /** Changes when the secret that is entered does, not when it is saved; tells nothing of it. */
    secretMark,
    markSecret,
    replace: () => {
      setReplacing(true);
      setMarked({ field: 'secretAccessKey' });
    },
    keep: () => {
      setReplacing(false);
      form.resetField('secretAccessKey');
      markSecret();
    },
    discard: () => {
      if (form.getValues('secretAccessKey') !== '') markSecret();
      form.reset(valuesOf(settings));
      setReplacing(false);
      setVerdict(null);
      setSettled((before) => before + 1);
    },
  };
}

/** What the backend says of single fields. */
function issuesIn(verdict: Verdict): { field: keyof SettingsValues; message: string }[] {
  if (verdict.detail !== 'full' || verdict.diagnosis.code !== 'invalid_input') return [];
  return verdict.diagnosis.issues.flatMap(({ path, message }) =>
    isFormField(path) ? [{ field: path, message }] : [],
  );
}
