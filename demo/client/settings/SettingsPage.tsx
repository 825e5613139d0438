import { targetFromText } from '@triage-ai/s3-attachments';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { people } from '../../helpdesk/people.ts';
import { Page } from '../app/Page.tsx';
import { usePerson } from '../app/usePerson.ts';
import { GeneralSettings } from './GeneralSettings.tsx';
import { SystemSettings } from './SystemSettings.tsx';
import { TeamSettings } from './TeamSettings.tsx';

const tabs = [
  ['general', 'General'],
  ['team', 'Team'],
  ['system', 'System settings'],
] as const;

/** The settings: three tabs that are links, so that each has an address; without one, the system's. */
export function SettingsPage() {
  const [person] = usePerson();
  const [params] = useSearchParams();
  const [chosen, chosenLabel] = tabs.find(([id]) => id === params.get('tab')) ?? tabs[2];
  const focusText = params.get('focus');
  const focus = useMemo(() => targetFromText(focusText), [focusText]);

  if (person !== 'administrator') {
    return (
      <Page title="Settings">
        <p>
          Settings are for administrators; you are signed in as {people[person].name}.{' '}
          <Link to="/tickets">Go to the tickets</Link>
        </p>
      </Page>
    );
  }

  return (
    <Page
      title="Settings"
      windowTitle={`${chosenLabel} · Settings`}
      below={
        <nav className="tabs" aria-label="Settings">
          {tabs.map(([id, label]) => (
            <Link key={id} to={`/settings?tab=${id}`} aria-current={id === chosen ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
      }
    >
      {chosen === 'general' && <GeneralSettings />}
      {chosen === 'team' && <TeamSettings />}
      {chosen === 'system' && <SystemSettings focus={focus} />}
    </Page>
  );
}
