import { type Diagnosis, type SettingsTarget, targetToText, type Where } from '@triage-ai/s3-attachments';
import { alertMessages } from '../../src/components/primitives/alertMessages.ts';
import { VerdictAlert } from '../../src/components/primitives/VerdictAlert.tsx';
import { type Audience, diagnosisWords, verdictFor } from '../../src/diagnosis/index.ts';

const settingsHref = (target: SettingsTarget) => `#settings-${targetToText(target)}`;
const nameOf = (where: Where) =>
  where.kind === 'elsewhere' ? `elsewhere:${where.place}` : targetToText(where);

/** With every word at hand, as the settings panel has them. */
const messages = { ...alertMessages, diagnosis: diagnosisWords };

/** It works, but somebody should know: the check shows them as warnings. */
const warnings: readonly Diagnosis['code'][] = [
  'root_key',
  'key_too_powerful',
  'bucket_in_other_account',
  'public_read_open',
  'bucket_world_writable',
  'bucket_world_listable',
  'endpoint_insecure',
  'etag_not_exposed',
  'multipart_not_allowed',
];

/** Props of the sheet. */
export interface DiagnosisSheetProps {
  diagnoses: readonly Diagnosis[];
  audiences: readonly Audience[];
  /** Rank of the headings. @default 2 */
  level?: 2 | 3;
}

/** Diagnoses in words, each under its code, as the widgets show them. */
export function DiagnosisSheet({ diagnoses, audiences, level = 2 }: DiagnosisSheetProps) {
  const Heading = `h${level}` as const;
  return diagnoses.map((diagnosis, index) => (
    <section key={`${diagnosis.code}${index}`} style={{ marginBlock: '1.5rem' }}>
      <Heading style={{ font: 'inherit', fontWeight: 600, margin: 0, overflowWrap: 'anywhere' }}>
        <code>{diagnosis.code}</code>
      </Heading>
      <p style={{ marginBlock: '0.25rem 0.5rem', overflowWrap: 'anywhere' }}>
        {diagnosis.certainty}: {diagnosis.where.map(nameOf).join(' · ')}
      </p>
      {audiences.map((audience) => (
        <div key={audience} style={{ marginBlock: '0.5rem' }}>
          {audiences.length > 1 && <p style={{ marginBlock: '0.25rem' }}>{voices[audience]}</p>}
          <VerdictAlert
            verdict={verdictFor(audience, diagnosis, '7QX2')}
            messages={messages}
            tone={warnings.includes(diagnosis.code) ? 'warning' : 'error'}
            {...(audience === 'administrator' ? { settingsHref } : {})}
          />
        </div>
      ))}
    </section>
  ));
}

const voices: Record<Audience, string> = {
  administrator: 'To an administrator:',
  everyone: 'To an agent or a customer:',
};
