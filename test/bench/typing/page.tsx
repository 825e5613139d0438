import { createClient, S3SettingsPanel } from '../../../src/index.ts';
import '../../../src/styles/styles.css';
import { createFakeBackend, documentedAccount } from '../../../src/testing/index.ts';
import { Profiler, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';

// The panel over the real backend, and beside it the barest form there is: four inputs, one state.

declare global {
  interface Window {
    /** Milliseconds that React worked on each commit. */
    commits: number[];
  }
}
window.commits = [];

const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
const client = createClient({
  baseUrl: backend.basePath,
  fetch: (url, init) => backend.handle(new Request(new URL(String(url), location.href), init)),
});

const fields = ['Bucket name', 'AWS Region', 'Access key ID', 'Secret access key'];

function BareForm() {
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <form>
      {fields.map((field) => (
        <label key={field}>
          {field}
          <input
            value={values[field] ?? ''}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
          />
        </label>
      ))}
    </form>
  );
}

function Measured({ children }: { children: ReactNode }) {
  return (
    <Profiler id="form" onRender={(_id, _phase, actual) => void window.commits.push(actual)}>
      {children}
    </Profiler>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <Measured>
    {new URLSearchParams(location.search).has('bare') ? <BareForm /> : <S3SettingsPanel client={client} />}
  </Measured>,
);
