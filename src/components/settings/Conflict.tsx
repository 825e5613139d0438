'use client';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { Settings } from '../../contract/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { formatDate } from './formatDate.ts';
import { labelOf } from './labelOf.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';
import { accessKeyOf, type FieldName, fieldNames, type SettingsValues, valuesOf } from './settingsValues.ts';
import type { Save } from './useSave.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** Props of the two versions. */
export interface ConflictProps {
  /** As they are saved now. */
  settings: Settings;
  messages: WorkspaceMessages;
  locale: string | undefined;
  state: SettingsForm;
  save: Save;
  onDiscard: () => void;
}

/**
 * Two administrators changed the settings: both versions side by side, and nothing is lost until one is chosen.
 * @selector [data-label] whose version it is, shown before the value where there is little room
 */
export function Conflict({ settings, messages, locale, state, save, onDiscard }: ConflictProps) {
  const words = messages.save.conflict;
  const theirs = valuesOf(settings);
  const mine = useWatch({ control: state.form.control, compute: withoutSecret });
  const differing = fieldNames.filter(
    (field) => field !== 'secretAccessKey' && mine[field] !== theirs[field],
  );
  const key = accessKeyOf(settings);
  const textOf = (field: FieldName, value: string | boolean | number): ReactNode => {
    if (typeof value === 'number') return messages.form.lifetime(value);
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (field === 'links')
      return value === 'private' ? messages.form.linksPrivate : messages.form.linksPublic;
    return value === '' ? <em>{words.empty}</em> : <code>{value}</code>;
  };
  return (
    <div className="s3a-alert" data-tone="warning">
      <Icon name="alert" />
      <div className="s3a-alert-body">
        <p className="s3a-alert-title">{words.title}</p>
        {settings.status !== 'not_configured' && (
          <p>{words.text({ by: settings.savedBy, when: formatDate(settings.savedAt, locale) })}</p>
        )}
        {settings.status === 'disabled' && <p>{messages.panel.disabled(settings.bucket)}</p>}
        {settings.status === 'keys_removed' && <p>{messages.panel.keysRemoved(settings.bucket)}</p>}
        <table className="s3a-versions">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.mine}</th>
              <th scope="col">{words.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{labelOf(field, messages)}</th>
                <td data-label={words.mine}>{textOf(field, mine[field])}</td>
                <td data-label={words.theirs}>{textOf(field, theirs[field])}</td>
              </tr>
            ))}
            {(mine.secretAccessKey !== '' || mine.accessKeyId !== theirs.accessKeyId) && (
              <tr>
                <th scope="row">{messages.fields.secretAccessKey}</th>
                <td data-label={words.mine}>
                  {mine.secretAccessKey === '' ? words.secretKept : words.secretEntered}
                </td>
                <td data-label={words.theirs}>
                  {key ? words.secretSaved(formatDate(key.secretSavedAt, locale)) : <em>{words.empty}</em>}
                </td>
              </tr>
            )}
          </tbody>
        </table>
        <div className="s3a-alert-actions">
          <Button
            onClick={() => {
              state.rebase(settings, 'stays');
              save.over(settings);
            }}
          >
            {words.keepMine}
          </Button>
          <Button variant="quiet" onClick={onDiscard}>
            {words.takeTheirs}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** That a secret was entered, not which. */
function withoutSecret(values: SettingsValues): SettingsValues {
  return { ...values, secretAccessKey: values.secretAccessKey === '' ? '' : '…' };
}
