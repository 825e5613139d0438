import '@triage-ai/s3-attachments/styles.css';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata = { title: 'Help desk', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Sign in</Link> <Link href="/settings">Settings</Link>{' '}
          <Link href="/tickets/1">Ticket 1</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
