'use client';
import type { Change, ChangedField } from '../../contract/index.ts';
import { labelOf } from './labelOf.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** A change in words: what was done, and each field that it was done to. */
export interface ChangeWords {
  title: string;
  details: readonly string[];
}

/** Tells a change in plain sentences. */
export function changeWords({ by, deed }: Change, messages: WorkspaceMessages): ChangeWords {
  const words = messages.history;
  const who = by ?? words.server;
  switch (deed.kind) {
    case 're_encrypted':
      return { title: words.reencrypted(who), details: [] };
    case 'move': {
      const facts = { by: who, to: deed.to, bucket: deed.bucket ?? null };
      return { title: words.moved[deed.step](facts), details: [] };
    }
    case 'settings':
      return {
        title: titleOf(deed.fields, messages)(who),
        details: deed.fields.flatMap((field) => detailOf(field, messages) ?? []),
      };
  }
}

function titleOf(fields: readonly ChangedField[], { history: words }: WorkspaceMessages) {
  const status = fields.find((one) => one.field === 'status');
  if (status?.before === 'not_configured') return words.setUp;
  if (status?.after === 'keys_removed') return words.keysRemoved;
  if (status?.after === 'disabled') return words.disabled;
  if (status) return words.enabled;
  if (fields.length === 0) return words.unchanged;
  const ofKey = fields.every(({ field }) => field === 'accessKeyId' || field === 'secretAccessKey');
  const replaced = fields.some((one) => one.field === 'secretAccessKey' && one.became === 'replaced');
  return ofKey && replaced ? words.keyRotated : words.changed;
}

function detailOf(change: ChangedField, messages: WorkspaceMessages): string | null {
  const words = messages.history.field;
  switch (change.field) {
    case 'status':
      return null;
    case 'secretAccessKey':
      if (change.became === 'entered') return words.secretEntered;
      return change.became === 'replaced' ? words.secretReplaced : words.secretErased;
    case 'forcePathStyle':
    case 'largeFiles':
      return (change.after ? words.on : words.off)(labelOf(change.field, messages));
  }
  const label = labelOf(change.field, messages);
  const [before, after] =
    change.field === 'links'
      ? [linksIn(change.before, messages), linksIn(change.after, messages)]
      : change.field === 'linkLifetime'
        ? [messages.form.lifetime(change.before), messages.form.lifetime(change.after)]
        : [change.before, change.after];
  if (before === '') return words.set({ label, after });
  return after === '' ? words.cleared({ label, before }) : words.replaced({ label, before, after });
}

function linksIn(links: 'public' | 'private', { form }: WorkspaceMessages): string {
  return links === 'private' ? form.linksPrivate : form.linksPublic;
}
