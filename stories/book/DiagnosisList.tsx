import { AnchorMdx } from '@storybook/addon-docs/blocks';
import type { Diagnosis, DiagnosisCode, Where } from '@triage-ai/s3-attachments';
import { settingsMessages } from '../../src/components/index.ts';
import { everyoneWords, remedyBy, verdictFor, wordsFor } from '../../src/diagnosis/index.ts';
import { examples } from '../diagnoses/examples.ts';
import { subjects } from '../diagnoses/subjects.ts';

const { fields, steps } = settingsMessages;

const places: Record<Extract<Where, { kind: 'elsewhere' }>['place'], string> = {
  clock: 'the server’s clock',
  network: 'the network',
  'aws-account': 'the AWS account',
  encryption: 'the bucket’s encryption',
  'object-ownership': 'the bucket’s “Object Ownership”',
  app: 'triage.ai itself',
  file: 'the file',
  'try-again': 'nowhere: it passes',
};

const nameOf = (where: Where): string => {
  if (where.kind === 'elsewhere') return places[where.place];
  if (where.kind === 'field') return `the field “${fields[where.field]}”`;
  return `the step “${steps[where.step]}”${where.part ? `, ${where.part}` : ''}`;
};

/** Every code in words, under its own anchor: what an administrator reads, where it points, and what everybody else reads. */
export function DiagnosisList() {
  return Object.entries(subjects).map(([subject, codes]) => (
    <section key={subject}>
      <h2>{subject}</h2>
      {codes.map((code) => (
        <DiagnosisEntry key={code} code={code} />
      ))}
    </section>
  ));
}

function DiagnosisEntry({ code }: { code: DiagnosisCode }) {
  const diagnosis: Diagnosis = examples[code];
  const { title, cause, remedy } = wordsFor(verdictFor('administrator', diagnosis, null), settingsMessages);
  const isOpen = verdictFor('everyone', diagnosis, null).detail === 'full';
  return (
    <article id={code} className="book-diagnosis">
      <h3>
        <AnchorMdx target="_self" href={`#${code}`}>
          <code>{code}</code>
        </AnchorMdx>
      </h3>
      <p>
        <strong>{title}.</strong> {cause}
      </p>
      <ul>
        {remedy.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        Points at {diagnosis.where.map(nameOf).join('; ')}. Everybody else reads{' '}
        {isOpen ? (
          'the same'
        ) : (
          <AnchorMdx target="_self" href={`#everybody-${remedyBy[code]}`}>
            {everyoneWords[remedyBy[code]](null).title}
          </AnchorMdx>
        )}
        .
      </p>
    </article>
  );
}

/** What who cannot mend a cause reads: no key, bucket or account names, and a reference to hand on. */
export function EveryoneList() {
  const kinds = [...new Set(Object.values(remedyBy))].filter(
    (kind) => kind !== 'viewer' && kind !== 'connection',
  );
  return kinds.map((kind) => {
    const { title, cause, remedy } = everyoneWords[kind]('7QX2');
    return (
      <article key={kind} id={`everybody-${kind}`} className="book-diagnosis">
        <h3>{title}</h3>
        <p>{cause}</p>
        <ul>
          {remedy.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </article>
    );
  });
}
