import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { Icon, type IconName } from './Icon.tsx';
import { PersonSwitch } from './PersonSwitch.tsx';
import { hasPracticeAccount } from './practiceAccount.ts';
import { UploadFailures } from './UploadFailures.tsx';
import { usePerson } from './usePerson.ts';

/** The frame of every page: brand, navigation, who is signed in. */
export function Shell() {
  const [person] = usePerson();
  const { pathname, hash } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  // A new page is where a keyboard or screen reader goes on; not so when the page is loaded, or only its query changes.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // The address names a place within the page: the page goes there.
    if (hash !== '') return;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname, hash]);

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="topbar">
        <NavLink className="brand" to="/tickets" aria-label="triage.ai, tickets">
          <Icon name="brand" />
          <span>
            triage<span className="brand-tail">.ai</span>
          </span>
        </NavLink>
        <PersonSwitch />
      </header>
      <nav className="nav" aria-label="Main">
        <ul>
          <NavItem to="/tickets" icon="tickets" label="Tickets" />
          {person === 'administrator' && <NavItem to="/settings" icon="settings" label="Settings" />}
          {hasPracticeAccount && (
            <NavItem to="/practice" icon="console" label="Practice AWS console" short="Practice AWS" />
          )}
        </ul>
      </nav>
      <main className="main" id="main" ref={main} tabIndex={-1}>
        {person === 'administrator' && <UploadFailures />}
        <Outlet key={person} />
      </main>
    </div>
  );
}

function NavItem({
  to,
  icon,
  label,
  short = label,
}: {
  to: string;
  icon: IconName;
  label: string;
  short?: string;
}) {
  return (
    <li>
      <NavLink to={to} aria-label={label}>
        <Icon name={icon} />
        <span className="nav-label">{label}</span>
        <span className="nav-label-short">{short}</span>
      </NavLink>
    </li>
  );
}
