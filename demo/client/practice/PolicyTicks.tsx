import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';
import { Field } from './Field.tsx';
import { Tick } from './Tick.tsx';

/** Props of `PolicyTicks`. */
export interface PolicyTicksProps {
  policies: PracticeState['policies'];
  chosen: readonly string[];
  /** @default true */
  searchable?: boolean;
  onChange: (chosen: string[]) => void;
}

/** IAM's list of policies to attach, searched by name. */
export function PolicyTicks({ policies, chosen, searchable = true, onChange }: PolicyTicksProps) {
  const [search, setSearch] = useState('');
  const shown = policies.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <div className="policy-ticks">
      {searchable && (
        <Field label="Search policies by name">
          {(attributes) => (
            <input
              {...attributes}
              type="search"
              className="input"
              autoComplete="off"
              spellCheck={false}
              value={search}
              // Enter searches, as one types already; it does not go on to the next step.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <fieldset className="switches">
        <legend>Permissions policies</legend>
        {shown.map(({ name }) => (
          <Tick
            key={name}
            checked={chosen.includes(name)}
            onChange={(checked) =>
              onChange(checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          >
            {name}
          </Tick>
        ))}
        {shown.length === 0 && (
          <p className="quiet">
            {policies.length === 0
              ? 'There are no policies yet: create one under IAM › Policies.'
              : 'No policy has that in its name.'}
          </p>
        )}
      </fieldset>
    </div>
  );
}
