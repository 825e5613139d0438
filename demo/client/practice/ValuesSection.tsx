import type { PracticeState } from '../../practice/PracticeState.ts';
import { CopyButton } from '../app/CopyButton.tsx';

/** The four values to enter in the settings, as far as they are there. */
export function ValuesSection({ values, began }: Pick<PracticeState, 'values' | 'began'>) {
  const none = Object.values(values).every((value) => value === null);
  return (
    <section className="card practice-values" aria-labelledby="values-title">
      <h2 id="values-title">The four values to enter in the settings</h2>
      {began === 'empty' && (
        <p className="quiet">
          {none ? 'They will come from here: bucket' : 'Bucket'} name and region are chosen in “Create
          bucket”; access key ID and secret access key come from “Create access key”, which shows the secret
          once.
        </p>
      )}
      {!none && (
        <dl className="facts">
          <Value name="Bucket name" value={values.bucket} />
          <Value name="AWS Region" value={values.region} />
          <Value name="Access key ID" value={values.accessKeyId} />
          <Value name="Secret access key" value={values.secretAccessKey} />
        </dl>
      )}
    </section>
  );
}

function Value({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
        <CopyButton name={name} value={value} />
      </dd>
    </div>
  );
}
