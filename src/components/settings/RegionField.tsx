'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { codeOf, wordsFor } from '../../diagnosis/index.ts';
import { type Region, regions } from '../../guide/index.ts';
import { type Client, useDetectRegion } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { describedBy } from '../primitives/Field.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { fullVerdict } from './causesOf.ts';
import type { FieldParts } from './FieldParts.ts';
import { regionsMatching } from './meantBy.ts';
import type { SettingsValues } from './settingsValues.ts';

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
  const found = detect.data;
  const verdict = found?.status === 'not_found' ? fullVerdict(found.diagnosis) : detect.error?.verdict;
  const said = needsBucket
    ? words.detectNeedsBucket
    : verdict
      ? `${wordsFor(verdict, messages).title}.`
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

  return (
    <div className="s3a-field s3a-region" ref={root} data-invalid={fault ? true : undefined}>
      <label htmlFor={id} id={`${id}-label`}>
        {messages.fields.region}
      </label>
      <p className="s3a-hint" id={`${id}-hint`}>
        {name ?? words.regionHint}
      </p>
      <div className="s3a-input-line">
        <Autocomplete.Root
          items={regions as Region[]}
          filteredItems={shown}
          value={value}
          itemToStringValue={(region: Region) => region.code}
          onValueChange={(typed) => {
            detect.reset();
            setNeedsBucket(false);
            onChange(typed);
          }}
          // Enter takes the first that fits.
          autoHighlight
          // A code that is typed out needs no list, which would hide the rest of the page from screen readers.
          open={open}
          onOpenChange={(opens, { reason }) => {
            setAsked(opens);
            setWhole(opens && reason !== 'input-change');
          }}
        >
          <Autocomplete.InputGroup className="s3a-combobox">
            <Autocomplete.Input
              id={id}
              ref={ref}
              // While the list is open all else is hidden from screen readers; what is named by its id still counts.
              aria-labelledby={`${id}-label`}
              className="s3a-input"
              name="region"
              dir="ltr"
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              aria-invalid={fault ? true : undefined}
              aria-describedby={describedBy(id, { hint: true, error: fault, note: noted })}
              onKeyDown={(event) => {
                // The list's own keys: in a closed list Escape would empty the field, in an open one Enter would send the form.
                if (event.key === 'Escape' && !open) event.preventBaseUIHandler();
                if (event.key === 'Enter' && open) event.preventDefault();
              }}
              onPaste={onPaste('region')}
              onBlur={() =>
                afterPress(() => {
                  onBlur();
                  leave('region');
                })
              }
            />
            <Autocomplete.Trigger className="s3a-combobox-trigger" aria-label={words.regions}>
              <Icon name="chevron" />
            </Autocomplete.Trigger>
          </Autocomplete.InputGroup>
          {/* Inside the panel: so it has its colours and its direction. */}
          <Autocomplete.Portal container={root} className="s3a-popup-portal">
            <Autocomplete.Positioner sideOffset={4} align="start" className="s3a-positioner">
              <Autocomplete.Popup className="s3a-popup">
                <Autocomplete.Empty className="s3a-popup-empty">
                  {shown.length === 0 && words.noRegion}
                </Autocomplete.Empty>
                <Autocomplete.List className="s3a-popup-list">
                  {(region: Region) => (
                    <Autocomplete.Item
                      key={region.code}
                      value={region}
                      data-current={region.code === value.trim() || undefined}
                      className="s3a-popup-item"
                    >
                      <code>{region.code}</code>
                      <span>{region.name}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
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
