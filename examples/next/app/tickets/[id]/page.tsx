import { redirect } from 'next/navigation';
import { TicketFiles } from '../../../components/TicketFiles.tsx';
import { whoAsks } from '../../../lib/whoAsks.ts';

export default async function TicketPage({ params }: PageProps<'/tickets/[id]'>) {
  if (!(await whoAsks())) redirect('/');
  const { id } = await params;
  return (
    <>
      <h1>Ticket {id}</h1>
      <TicketFiles ticketId={id} />
    </>
  );
}
