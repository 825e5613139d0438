'use client';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { codeOf, loadOnce } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import { type Client, useDetectRegion, useLoaded } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { describedBy } from '../primitives/Field.tsx';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fullVerdict } from './causesOf.ts';
import type { FieldParts } from './FieldParts.ts';
import { regionsMatching } from './meantBy.ts';
import { RegionInput, type RegionInputProps, type Selected } from './RegionInput.tsx';
import type { SettingsValues } from './settingsValues.ts';

/** The list of regions; loaded right after the form. */
const lateRegionList = /* @__PURE__ */ loadOnce(() => import('./RegionList.tsx'));

/**
 * The region: any code may be typed, the known ones are found by code and by name, and S3 can be asked where the bucket is.
 * @selector [data-highlighted] the region that the arrow keys stand on
 * @selector [data-current] the region that is chosen
 */
export function RegionField({ parts, client }: { parts: FieldParts; client: Client }) {
  const { form, messages, error, note, onPaste, leave, afterPress } = parts;
  const words = messages.form;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  // Opened by its button, the list is whole, whatever stands in the field.
  const [whole, setWhole] = useState(false);
  const { field } = useController({ name: 'region', control: form.control });
  const { value, onChange, onBlur, ref } = field;
  const [asked, setAsked] = useState(false);
  const shown = useMemo(() => (whole ? [...regions] : regionsMatching(value)), [whole, value]);
  const open = asked && (whole || shown.length !== 1 || shown[0]?.code !== value.trim());
  const name = regions.find(({ code }) => code === value.trim())?.name;
  const detect = useDetectRegion(client);
  const [needsBucket, setNeedsBucket] = useState(false);
  // What S3 said was said of that bucket, at that endpoint.
  const asksFor = useRef<string | null>(null);
  const { reset } = detect;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: () => {
          if (form.getValues('bucket').trim() !== '') setNeedsBucket(false);
          if (asksFor.current === null || asksFor.current === askedOf(form.getValues())) return;
          asksFor.current = null;
          reset();
        },
      }),
    [form, reset],
  );
  const late = useLoaded(lateRegionList, 1);
  const kept = useRef<Selected | null>(null);
  const keep = useCallback((selected: Selected | null) => {
    kept.current = selected;
  }, []);
  const takeKept = useCallback(() => {
    const selected = kept.current;
    kept.current = null;
    return selected;
  }, []);
  const found = detect.data;
  const refused = detect.error?.verdict ?? null;
  const verdict = useMemo(
    () => (found?.status === 'not_found' ? fullVerdict(found.diagnosis) : refused),
    [found, refused],
  );
  const told = useVerdictWords(verdict, messages);
  const said = needsBucket
    ? words.detectNeedsBucket
    : told
      ? messages.alert.sentence(told.title)
      : found?.status === 'found'
        ? words.detected(withName(found.region))
        : null;
  const fault = error('region');
  const noted = said ?? note('region');

  // Opened whole, the list begins at what is chosen.
  useEffect(() => {
    if (!open || !whole) return;
    const frame = requestAnimationFrame(() =>
      root.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [open, whole]);

  const ask = () => {
    const { bucket, endpoint, forcePathStyle } = form.getValues();
    setNeedsBucket(bucket.trim() === '');
    if (bucket.trim() === '') return form.setFocus('bucket');
    asksFor.current = askedOf(form.getValues());
    detect.mutate(
      { bucket, region: value, endpoint, forcePathStyle },
      {
        onSuccess: (answer) => {
          if (answer.status !== 'found' || asksFor.current !== askedOf(form.getValues())) return;
          form.setValue('region', answer.region, { shouldDirty: true });
          form.clearErrors('region');
        },
      },
    );
  };

  const typed = (text: string) => {
    detect.reset();
    setNeedsBucket(false);
    onChange(text);
  };
  const input: RegionInputProps['input'] = {
    id,
    ref,
    // While the list is open all else is hidden from screen readers; what is named by its id still counts.
    'aria-labelledby': `${id}-label`,
    className: 's3a-input',
    name: 'region',
    dir: 'ltr',
    autoComplete: 'off',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': describedBy(id, { hint: true, error: fault, note: noted }),
    onPaste: onPaste('region'),
    onBlur: () =>
      afterPress(() => {
        onBlur();
        leave('region');
      }),
  };

  return (
    <div className="s3a-field s3a-region" ref={root} data-invalid={fault ? true : undefined}>
      <label htmlFor={id} id={`${id}-label`}>
        {messages.fields.region}
      </label>
      <p className="s3a-hint" id={`${id}-hint`}>
        {name ?? words.regionHint}
      </p>
      <div className="s3a-input-line">
        {late ? (
          <late.RegionList
            input={input}
            open={open}
            value={value}
            shown={shown}
            words={words}
            root={root}
            takeKept={takeKept}
            onType={typed}
            onAsk={(opens, wholly) => {
              setAsked(opens);
              setWhole(wholly);
            }}
          />
        ) : (
          <RegionInput
            input={input}
            value={value}
            words={words}
            keep={keep}
            onType={typed}
            onAsk={() => {
              setAsked(true);
              setWhole(true);
            }}
          />
        )}
        <Button busy={detect.isPending} onClick={ask}>
          {detect.isPending ? words.detecting : words.detect}
        </Button>
      </div>
      {fault && (
        <p className="s3a-field-error" id={`${id}-error`}>
          {fault}
        </p>
      )}
      <div className="s3a-field-note" id={`${id}-note`} data-code={verdict ? codeOf(verdict) : undefined}>
        <p role="status">{said}</p>
        {said === null && note('region')}
      </div>
    </div>
  );
}

/** What the answer of *Detect* depends on. */
function askedOf({ bucket, endpoint, forcePathStyle }: SettingsValues): string {
  return JSON.stringify([bucket.trim(), endpoint.trim(), forcePathStyle]);
}

function withName(code: string): string {
  const name = regions.find((region) => region.code === code)?.name;
  return name ? `${code}, ${name}` : code;
}
