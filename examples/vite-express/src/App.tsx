import { SettingsPage } from './SettingsPage.tsx';
import { SignInPage } from './SignInPage.tsx';
import { TicketPage } from './TicketPage.tsx';

/** Your own router goes here. */
export function App() {
  const [, page, id = '1'] = location.pathname.split('/');
  return (
    <>
      <nav>
        <a href="/">Sign in</a> <a href="/settings">Settings</a> <a href="/tickets/1">Ticket 1</a>
      </nav>
      <main>
        {page === '' && <SignInPage />}
        {page === 'settings' && <SettingsPage />}
        {page === 'tickets' && <TicketPage ticketId={id} />}
      </main>
    </>
  );
}
