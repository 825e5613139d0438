'use client';
import { createContext, useContext } from 'react';
import type { SettingsTarget, Verdict } from '../../diagnosis/index.ts';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import type { ListMessages } from './listMessages.ts';

/** Where the links of alerts lead. */
export interface AlertLinks {
  settingsHref: ((target: SettingsTarget) => string) | undefined;
  onOpenSettings: ((target: SettingsTarget) => void) | undefined;
}

/** Read by alerts only: a host that makes these functions anew at each turn renders no row. */
export const AlertLinksContext = createContext<AlertLinks>({
  settingsHref: undefined,
  onOpenSettings: undefined,
});

/** Why an attachment could not be deleted. */
export function RowAlert({ verdict, messages }: { verdict: Verdict; messages: ListMessages }) {
  const { settingsHref, onOpenSettings } = useContext(AlertLinksContext);
  return (
    <VerdictAlert
      verdict={verdict}
      messages={messages}
      settingsHref={settingsHref}
      onOpenTarget={onOpenSettings}
    />
  );
}
