import type { ComponentProps } from 'react';

/** Props of `CodeEditor`. */
export interface CodeEditorProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'rows'> {
  value: string;
  onChange: (value: string) => void;
}

/** A box for JSON, as high as its text. */
export function CodeEditor({ value, onChange, ...attributes }: CodeEditorProps) {
  return (
    <textarea
      className="code"
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      {...attributes}
      rows={Math.min(Math.max(value.split('\n').length, 4), 20)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
