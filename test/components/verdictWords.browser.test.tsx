import { cleanup, render, screen } from '@testing-library/react';
import { StrictMode, useMemo } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { alertMessages } from '../../src/components/primitives/alertMessages.ts';
import { useVerdictWords } from '../../src/components/primitives/useVerdictWords.ts';
import { VerdictAlert } from '../../src/components/primitives/VerdictAlert.tsx';
import {
  type Diagnosis,
  type DiagnosisMessages,
  diagnosisWords,
  type Loaded,
  loadOnce,
  type Verdict,
} from '../../src/diagnosis/index.ts';
import '../../src/styles/styles.css';
import { examples } from '../../stories/diagnoses/examples.ts';
import { eventually } from '../support/eventually.ts';

afterEach(cleanup);

const full = (diagnosis: Diagnosis, others: Diagnosis[] = []): Verdict => ({
  detail: 'full',
  diagnosis,
  others,
  reference: '7QX2',
});
const missing = examples.cors_missing;
const alertOf = (code: string) => document.querySelector<HTMLElement>(`[data-code=${code}]`) as HTMLElement;

/** The title of a verdict with these words, or three dots while there is none. */
function Title({ verdict, words }: { verdict: Verdict; words: Loaded<DiagnosisMessages> }) {
  const messages = useMemo(() => ({ ...alertMessages, full: words }), [words]);
  return <output>{useVerdictWords(verdict, messages)?.title ?? '…'}</output>;
}
const said = () => screen.getByRole('status').textContent;

it('holds the place of its words, unseen and unheard, and then says all of them', async () => {
  render(
    <StrictMode>
      <div className="s3a">
        <VerdictAlert verdict={full(missing, [examples.secret_wrong])} messages={alertMessages}>
          <button type="button">Try again</button>
        </VerdictAlert>
      </div>
    </StrictMode>,
  );
  const alert = alertOf('cors_missing');
  const { height } = alert.getBoundingClientRect();
  expect(alert.getAttribute('aria-busy')).toBe('true');
  expect(alert.innerText).not.toMatch(/administrator|CORS/);
  // What can be done does not wait for the words.
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();

  await screen.findByText('The bucket has no CORS rules');
  expect(alertOf('cors_missing')).toBe(alert);
  expect(alert.hasAttribute('aria-busy')).toBe(false);
  expect(alert.innerText).toContain(missing.origin);
  // A line more or less at most: the words differ in length.
  expect(Math.abs(alert.getBoundingClientRect().height - height)).toBeLessThanOrEqual(48);
  alert.querySelector('details')?.setAttribute('open', '');
  expect(alert.innerText).toContain(diagnosisWords.secret_wrong(examples.secret_wrong).title);
});

it('says at once what it has words for: offline, and a host’s own', () => {
  const own = { title: 'Keine CORS-Regeln', cause: 'So ist es.', remedy: ['Neu setzen.'] };
  const german = {
    ...alertMessages,
    diagnosis: { ...alertMessages.diagnosis, cors_missing: () => own },
  };
  render(
    <>
      <VerdictAlert verdict={full(examples.offline)} messages={alertMessages} />
      <VerdictAlert verdict={full(missing)} messages={german} />
    </>,
  );
  expect(alertOf('offline').innerText).toContain('You are offline');
  expect(alertOf('cors_missing').innerText).toContain('Keine CORS-Regeln');
});

it('says what everybody may be told where the words do not come, and tries anew when it is shown anew', async () => {
  const get = vi.fn<() => Promise<DiagnosisMessages>>(async () => {
    if (get.mock.calls.length === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return diagnosisWords;
  });
  const words = loadOnce(get);
  const shown = render(<Title verdict={full(missing)} words={words} />);
  expect(said()).toBe('…');
  await eventually(() => expect(said()).toBe('The file storage needs your administrator'));
  shown.unmount();
  render(<Title verdict={full(missing)} words={words} />);
  await eventually(() => expect(said()).toBe('The bucket has no CORS rules'));
  expect(get).toHaveBeenCalledTimes(2);
});

it('loads nothing for who is not told the cause, and nothing twice', async () => {
  const get = vi.fn(async () => diagnosisWords);
  const words = loadOnce(get);
  const redacted: Verdict = { detail: 'redacted', code: 'secret_wrong', reference: '7QX2' };
  const { rerender } = render(<Title verdict={redacted} words={words} />);
  expect(said()).toBe('The file storage needs your administrator');
  rerender(<Title verdict={full(examples.signed_out)} words={words} />);
  expect(said()).toBe('You are signed out');
  expect(get).not.toHaveBeenCalled();
  rerender(<Title verdict={full(missing)} words={words} />);
  await eventually(() => expect(said()).toBe('The bucket has no CORS rules'));
  cleanup();
  // At hand now: not even a frame without words.
  render(<Title verdict={full(examples.secret_wrong)} words={words} />);
  expect(said()).toBe(diagnosisWords.secret_wrong(examples.secret_wrong).title);
  expect(get).toHaveBeenCalledOnce();
});
