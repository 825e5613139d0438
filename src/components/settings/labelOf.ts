'use client';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { FieldName } from './settingsValues.ts';

/** What a field is called. */
export function labelOf(field: FieldName, messages: WorkspaceMessages): string {
  if (field === 'links' || field === 'linkLifetime') return messages.form[field];
  return field === 'largeFiles' ? messages.form.largeFiles : messages.fields[field];
}

/** The field as a place; the choices without one are never at fault. */
export function targetOf(field: FieldName): SettingsTarget | null {
  return field === 'links' || field === 'linkLifetime' || field === 'largeFiles'
    ? null
    : { kind: 'field', field };
}
