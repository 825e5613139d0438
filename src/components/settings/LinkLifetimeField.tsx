'use client';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import type { FieldParts } from './FieldParts.ts';

/** What is offered, in seconds. */
const offered: readonly number[] = [300, 900, 3600, 43_200, 86_400, 604_800];

/** How long a private link can be used: one of a few spans, and whatever else is saved. */
export function LinkLifetimeField({ parts }: { parts: FieldParts }) {
  const { form, messages } = parts;
  const words = messages.form;
  const id = useId();
  const {
    field: { ref, name, value, onChange, onBlur },
  } = useController({ control: form.control, name: 'linkLifetime' });
  const choices = offered.includes(value) ? offered : [...offered, value].sort((a, b) => a - b);
  return (
    <div className="s3a-field">
      <label htmlFor={id}>{words.linkLifetime}</label>
      <p className="s3a-hint" id={`${id}-hint`}>
        {words.linkLifetimeHint}
      </p>
      <div className="s3a-input-line">
        <select
          ref={ref}
          id={id}
          name={name}
          className="s3a-input"
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
          onBlur={onBlur}
          aria-describedby={`${id}-hint`}
        >
          {choices.map((seconds) => (
            <option key={seconds} value={seconds}>
              {words.lifetime(seconds)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
