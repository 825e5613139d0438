import { useState } from 'react';

/** Copies a value, and says whether it could. */
export function CopyButton({ name, value }: { name: string; value: string }) {
  const [result, setResult] = useState<'Copied' | 'Could not copy' | null>(null);
  return (
    <>
      <button
        type="button"
        className="button copy"
        data-variant="quiet"
        aria-label={`Copy ${name}`}
        onBlur={() => setResult(null)}
        onClick={() => {
          navigator.clipboard.writeText(value).then(
            () => setResult('Copied'),
            () => setResult('Could not copy'),
          );
        }}
      >
        {result ?? 'Copy'}
      </button>
      <span role="status" className="visually-hidden">
        {result}
      </span>
    </>
  );
}
