import { useState } from 'react';
import type { PracticeState } from '../../practice/PracticeState.ts';

/** The four values to enter in the settings. */
export function ValuesSection({ values }: { values: PracticeState['values'] }) {
  return (
    <section className="card practice-values" aria-labelledby="values-title">
      <h2 id="values-title">The four values to enter in the settings</h2>
      <dl className="facts">
        <Value name="Bucket name" value={values.bucket} />
        <Value name="AWS Region" value={values.region} />
        <Value name="Access key ID" value={values.accessKeyId} />
        <Value name="Secret access key" value={values.secretAccessKey} />
      </dl>
    </section>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
        <button
          type="button"
          className="button"
          data-variant="quiet"
          aria-label={`Copy ${name}`}
          onBlur={() => setCopied(false)}
          onClick={() => {
            void navigator.clipboard.writeText(value).then(() => setCopied(true));
          }}
        >
          {copied ? 'Copied' : 'Copy'}
        </button>
      </dd>
    </div>
  );
}
