'use client';
import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { Choice } from '../primitives/Choice.tsx';
import { Disclosure } from '../primitives/Disclosure.tsx';
import { Field } from '../primitives/Field.tsx';
import type { FieldParts } from './FieldParts.ts';
import { LinkLifetimeField } from './LinkLifetimeField.tsx';
import { countAdvanced } from './settingsValues.ts';

/** Props of the fields under *Advanced*. */
export interface AdvancedFieldsProps {
  parts: FieldParts;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What most set-ups leave as it is: private links, prefix, CDN, another storage. */
export function AdvancedFields({ parts, open, onOpenChange }: AdvancedFieldsProps) {
  const { form, messages, text, error, note } = parts;
  const words = messages.form;
  const linksId = useId();
  // What is hidden with private links is no fault either.
  const linksField = form.register('links', { onChange: () => form.clearErrors('publicBaseUrl') });
  const links = useWatch({ control: form.control, name: 'links' });
  const changed = useWatch({ control: form.control, compute: countAdvanced });

  return (
    <Disclosure
      className="s3a-advanced"
      open={open}
      onOpenChange={onOpenChange}
      keepMounted
      title={
        <span>
          {words.advanced}{' '}
          {changed > 0 && <span className="s3a-badge">{words.advancedChanged(changed)}</span>}
        </span>
      }
    >
      <div className="s3a-choices" role="radiogroup" aria-labelledby={linksId}>
        <p className="s3a-label" id={linksId}>
          {words.links}
        </p>
        <Choice
          {...linksField}
          type="radio"
          value="private"
          label={words.linksPrivate}
          hint={words.linksPrivateHint}
        />
        <Choice
          {...linksField}
          type="radio"
          value="public"
          label={words.linksPublic}
          hint={words.linksPublicHint}
        />
      </div>
      {links === 'private' && <LinkLifetimeField parts={parts} />}
      {links === 'public' && (
        <Field
          {...text('publicBaseUrl')}
          type="url"
          inputMode="url"
          label={messages.fields.publicBaseUrl}
          hint={words.publicBaseUrlHint}
          error={error('publicBaseUrl')}
          note={note('publicBaseUrl')}
        />
      )}
      <Field
        {...text('keyPrefix')}
        label={messages.fields.keyPrefix}
        hint={words.keyPrefixHint}
        error={error('keyPrefix')}
        note={note('keyPrefix')}
      />
      <Field
        {...text('endpoint')}
        type="url"
        inputMode="url"
        label={messages.fields.endpoint}
        hint={words.endpointHint}
        error={error('endpoint')}
        note={note('endpoint')}
      />
      <Choice
        {...form.register('forcePathStyle')}
        type="checkbox"
        label={messages.fields.forcePathStyle}
        hint={words.forcePathStyleHint}
      />
      <Choice
        {...form.register('largeFiles')}
        type="checkbox"
        label={words.largeFiles}
        hint={words.largeFilesHint}
      />
    </Disclosure>
  );
}
