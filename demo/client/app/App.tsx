import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { PracticePage } from '../practice/PracticePage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { TicketPage } from '../tickets/TicketPage.tsx';
import { TicketsPage } from '../tickets/TicketsPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/settings?tab=system" replace /> },
      { path: 'settings', element: <SettingsPage /> },
      { path: 'tickets', element: <TicketsPage /> },
      { path: 'tickets/:ticketId', element: <TicketPage /> },
      { path: 'practice', element: <PracticePage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

/** The help desk. */
export function App() {
  return <RouterProvider router={router} />;
}
