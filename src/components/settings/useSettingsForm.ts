'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import { completeSettingsInputSchema, type Settings, settingsInputSchema } from '../../contract/index.ts';
import {
  accessKeyOf,
  type FieldName,
  inputOf,
  isFormField,
  type KeyMode,
  serverKeyOf,
  type SettingsValues,
  valuesOf,
  versionOf,
} from './settingsValues.ts';

/** The form's values and what belongs to them: whether a secret is entered, and the settings that they were made from. */
export interface SettingsForm {
  form: UseFormReturn<SettingsValues>;
  /** Whether a secret is being entered, the saved one stays, or the key is the server's. To be asked at the time: it depends on the access key ID. */
  keyMode(): KeyMode;
  /** The values need a secret of their own: none is saved for this access key ID and endpoint. */
  needsSecret(accessKeyId: string, endpoint: string): boolean;
  /** The administrator asked to enter another secret. */
  replacing: boolean;
  /** Counts a change of the secret, before it happens; tells nothing of it. */
  markSecret(): void;
  /** What tells two sets of values apart: all of them but the secret, of which only changes are counted. */
  signature(): string;
  replace(): void;
  keep(): void;
  /** The access key ID that is being replaced; `null` while none is. */
  rotating: string | null;
  rotate(): void;
  /** Version of the settings that the values were made from. */
  base: number;
  /** Takes these settings as those that the values are compared with; what was typed stays, the secret too unless it is done with. */
  rebase(settings: Settings, secret: 'stays' | 'goes'): void;
  /** Shows these settings; what was typed goes, the secret with it. */
  show(settings: Settings): void;
  /** The same, because somebody wants it so: a check of what was typed says nothing of it. */
  discard(settings: Settings): void;
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
  const ofServer = serverKeyOf(settings) !== null;
  const needsSecret = (accessKeyId: string, endpoint: string) =>
    usable?.accessKeyId !== accessKeyId.trim() || bareEndpoint(usable.endpoint) !== bareEndpoint(endpoint);

  const secretChanges = useRef(0);
  const askedMode = useRef<() => KeyMode>(() => 'entered');
  const resolver = useMemo<Resolver<SettingsValues>>(
    () => (values) => check(values, askedMode.current()),
    [],
  );
  const form = useForm<SettingsValues>({
    defaultValues: valuesOf(settings),
    resolver,
    mode: 'onTouched',
    // The summary of what is wrong takes the focus.
    shouldFocusError: false,
  });
  const keyMode = (): KeyMode => {
    if (ofServer) return 'server';
    const enters =
      replacing || rotating !== null || needsSecret(...form.getValues(['accessKeyId', 'endpoint']));
    return enters ? 'entered' : 'saved';
  };
  useEffect(() => {
    askedMode.current = keyMode;
  });

  // Once it is rendered: the field may only now be there.
  useEffect(() => {
    if (asked) form.setFocus(asked.field);
  }, [asked, form]);

  const stopReplacing = () => {
    setReplacing(false);
    setRotating(null);
  };
  const markSecret = () => void secretChanges.current++;
  const markEntered = () => {
    if (form.getValues('secretAccessKey') !== '') markSecret();
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
    keyMode,
    needsSecret,
    replacing,
    replace: () => {
      setReplacing(true);
      setAsked({ field: 'secretAccessKey' });
    },
    markSecret,
    signature: () => signatureOf(form.getValues(), secretChanges.current),
    keep: () => {
      markEntered();
      form.setValue('secretAccessKey', '', { shouldDirty: true });
      if (rotating !== null) form.setValue('accessKeyId', rotating, { shouldDirty: true });
      form.clearErrors(['accessKeyId', 'secretAccessKey']);
      stopReplacing();
    },
    rotating,
    rotate: () => {
      markEntered();
      setRotating(key?.accessKeyId ?? null);
      form.setValue('accessKeyId', '', { shouldDirty: true });
      form.setValue('secretAccessKey', '');
      form.clearErrors(['accessKeyId', 'secretAccessKey']);
      setAsked({ field: 'accessKeyId' });
    },
    base,
    rebase: (next, secret) => {
      if (secret === 'goes') {
        form.setValue('secretAccessKey', '');
        stopReplacing();
      }
      form.reset(valuesOf(next), { keepValues: true, keepErrors: true, keepTouched: true });
      setBase(versionOf(next));
    },
    show,
    discard: (next) => {
      markEntered();
      show(next);
    },
    round,
    goTo: (field) => setAsked({ field }),
  };
}

/** An address as it is compared: with or without a slash at its end it is the same. */
function bareEndpoint(text: string): string {
  return text.trim().replace(/\/+$/, '').toLowerCase();
}

function signatureOf(values: SettingsValues, secretChanges: number): string {
  const { secretAccessKey: _, ...others } = trimmed(values);
  return JSON.stringify([{ ...others, endpoint: bareEndpoint(others.endpoint) }, secretChanges]);
}

/** The values without white space around them. */
export function trimmed(values: SettingsValues): SettingsValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as SettingsValues;
}

function check(values: SettingsValues, key: KeyMode): ReturnType<Resolver<SettingsValues>> {
  const schema = key === 'entered' ? completeSettingsInputSchema : settingsInputSchema;
  const parsed = schema.safeParse({ ...inputOf(values, key), version: 0 });
  if (parsed.success) return { values, errors: {} };
  const errors: Partial<Record<FieldName, { type: string; message: string }>> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0]);
    if (isFormField(name)) errors[name] ??= { type: 'value', message };
  }
  return { values: {}, errors };
}
