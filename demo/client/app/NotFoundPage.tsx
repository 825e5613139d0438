import { Link } from 'react-router';
import { Page } from './Page.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <p>
        There is nothing at this address. <Link to="/tickets">Go to the tickets</Link>
      </p>
    </Page>
  );
}
