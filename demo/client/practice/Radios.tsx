import { useId } from 'react';

/** Props of `Radios`. */
export interface RadiosProps<Option extends string> {
  legend: string;
  options: readonly Option[];
  /** `null` while nothing is chosen. */
  chosen: Option | null;
  onChange: (chosen: Option) => void;
}

/** One choice of a few. */
export function Radios<Option extends string>({ legend, options, chosen, onChange }: RadiosProps<Option>) {
  const name = useId();
  return (
    <fieldset className="switches">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="check">
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChange(option)} />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  );
}
