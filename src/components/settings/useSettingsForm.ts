'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import { completeSettingsInputSchema, type Settings, settingsInputSchema } from '../../contract/index.ts';
import {
  accessKeyOf,
  type FieldName,
  inputOf,
  isFormField,
  type SettingsValues,
  valuesOf,
  versionOf,
} from './settingsValues.ts';

/** The form's values and what belongs to them: whether a secret is entered, and the settings that they were made from. */
export interface SettingsForm {
  form: UseFormReturn<SettingsValues>;
  /** A secret is being entered; else the saved one stays. To be asked at the time: it depends on the access key ID. */
  entersSecret(): boolean;
  /** The values need a secret of their own: none is saved for this access key ID and endpoint. */
  needsSecret(accessKeyId: string, endpoint: string): boolean;
  /** The administrator asked to enter another secret. */
  replacing: boolean;
  replace(): void;
  keep(): void;
  /** The access key ID that is being replaced; `null` while none is. */
  rotating: string | null;
  rotate(): void;
  /** Version of the settings that the values were made from. */
  base: number;
  /** Takes these settings as those that the values are compared with; what was typed stays. */
  rebase(settings: Settings): void;
  /** Shows these settings; what was typed goes, the secret with it. */
  show(settings: Settings): void;
  /** Grows each time that the form is emptied of what was typed. */
  round: number;
  /** Goes to a field once it is there. */
  goTo(field: FieldName): void;
}

/** Holds the form's state. */
export function useSettingsForm(settings: Settings): SettingsForm {
  const [replacing, setReplacing] = useState(false);
  const [rotating, setRotating] = useState<string | null>(null);
  const [base, setBase] = useState(() => versionOf(settings));
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<{ field: FieldName } | null>(null);

  const key = accessKeyOf(settings);
  const usable = key?.secretAccessKey === 'configured' ? key : null;
  const needsSecret = (accessKeyId: string, endpoint: string) =>
    usable?.accessKeyId !== accessKeyId.trim() || !sameEndpoint(usable.endpoint, endpoint);

  const asksForSecret = useRef<() => boolean>(() => true);
  const resolver = useMemo<Resolver<SettingsValues>>(
    () => (values) => check(values, asksForSecret.current()),
    [],
  );
  const form = useForm<SettingsValues>({
    defaultValues: valuesOf(settings),
    resolver,
    mode: 'onTouched',
    // The summary of what is wrong takes the focus.
    shouldFocusError: false,
  });
  const entersSecret = () =>
    replacing || rotating !== null || needsSecret(...form.getValues(['accessKeyId', 'endpoint']));
  useEffect(() => {
    asksForSecret.current = entersSecret;
  });

  // Once it is rendered: the field may only now be there.
  useEffect(() => {
    if (asked) form.setFocus(asked.field);
  }, [asked, form]);

  const stopReplacing = () => {
    setReplacing(false);
    setRotating(null);
  };
  const show = (next: Settings) => {
    // A secret that was typed must not outlive its use in React Hook Form's own tables.
    form.setValue('secretAccessKey', '');
    form.reset(valuesOf(next));
    setBase(versionOf(next));
    stopReplacing();
    setRound((before) => before + 1);
  };

  return {
    form,
    entersSecret,
    needsSecret,
    replacing,
    replace: () => {
      setReplacing(true);
      setAsked({ field: 'secretAccessKey' });
    },
    keep: () => {
      form.setValue('secretAccessKey', '', { shouldDirty: true });
      if (rotating !== null) form.setValue('accessKeyId', rotating, { shouldDirty: true });
      form.clearErrors(['accessKeyId', 'secretAccessKey']);
      stopReplacing();
    },
    rotating,
    rotate: () => {
      setRotating(key?.accessKeyId ?? null);
      form.setValue('accessKeyId', '', { shouldDirty: true });
      form.setValue('secretAccessKey', '');
      form.clearErrors(['accessKeyId', 'secretAccessKey']);
      setAsked({ field: 'accessKeyId' });
    },
    base,
    rebase: (next) => {
      form.reset(valuesOf(next), { keepValues: true, keepErrors: true, keepTouched: true });
      setBase(versionOf(next));
    },
    show,
    round,
    goTo: (field) => setAsked({ field }),
  };
}

/** Empty, and with or without a slash at the end, it is the same address. */
function sameEndpoint(one: string, other: string): boolean {
  const bare = (text: string) => text.trim().replace(/\/+$/, '').toLowerCase();
  return bare(one) === bare(other);
}

function check(values: SettingsValues, entersSecret: boolean): ReturnType<Resolver<SettingsValues>> {
  const schema = entersSecret ? completeSettingsInputSchema : settingsInputSchema;
  const parsed = schema.safeParse({ ...inputOf(values, entersSecret), version: 0 });
  if (parsed.success) return { values, errors: {} };
  const errors: Partial<Record<FieldName, { type: string; message: string }>> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0]);
    if (isFormField(name)) errors[name] ??= { type: 'value', message };
  }
  return { values: {}, errors };
}
