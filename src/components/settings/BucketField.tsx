'use client';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { suggestBucketName } from '../../guide/index.ts';
import { Field } from '../primitives/Field.tsx';
import type { Notes } from './notesOf.ts';
import type { FieldParts } from './FieldParts.ts';

/** The bucket's name with AWS's own rules for it, and the name that was probably meant. */
export function BucketField({ parts, notes }: { parts: FieldParts; notes: Notes }) {
  const { form, messages, text, error, note } = parts;
  const broken = notes.bucketName;
  // Of the value alone: `broken` is known a moment later, when nothing is computed any more.
  const suggestion = useWatch({ control: form.control, name: 'bucket', compute: suggestBucketName });
  const rules: ReactNode = broken.length > 0 && (
    <>
      <ul>
        {broken.map((problem) => (
          <li key={problem}>{messages.bucketName[problem]}</li>
        ))}
      </ul>
      {suggestion && (
        <button
          type="button"
          className="s3a-link"
          onClick={() => {
            form.setValue('bucket', suggestion, { shouldDirty: true });
            form.clearErrors('bucket');
            form.setFocus('bucket');
          }}
        >
          {messages.form.suggestion(suggestion)}
        </button>
      )}
    </>
  );
  return (
    <Field
      {...text('bucket')}
      label={messages.fields.bucket}
      hint={messages.form.bucketHint}
      // The rules say it better.
      error={broken.length > 0 ? undefined : error('bucket')}
      invalid={broken.length > 0 || error('bucket') !== undefined}
      note={
        (rules || note('bucket')) && (
          <>
            {rules}
            {note('bucket')}
          </>
        )
      }
    />
  );
}
