import type { Ticket } from './Ticket.ts';

/** The tickets that a fresh help desk starts with; their times are counted back from now. */
export function firstTickets(now: number): Ticket[] {
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  return [
    {
      id: '1',
      subject: 'Label printer leaves out the last line',
      requester: 'Carla Reyes',
      company: 'Northwind Logistics',
      status: 'Open',
      priority: 'High',
      assignee: 'Ben Okafor',
      updatedAt: ago(38),
      messages: [
        {
          id: 'm1',
          author: 'Carla Reyes',
          from: 'customer',
          sentAt: ago(26 * 60 + 12),
          text: 'Hello, since Monday our shipping labels come out without the last line, the one with the customs code. The preview on the screen is complete, only the paper is not.\n\nWe ship about 200 parcels a day, so somebody is now writing the codes by hand.',
        },
        {
          id: 'm2',
          author: 'Ben Okafor',
          from: 'team',
          sentAt: ago(25 * 60 + 40),
          text: 'Hi Carla, thank you for the clear description. That sounds like a page size that is a few millimetres too short.\n\nCould you send us a photo of one label next to a ruler, and the file that you print? You can drop both into your reply.',
        },
        {
          id: 'm3',
          author: 'Carla Reyes',
          from: 'customer',
          sentAt: ago(38),
          text: 'I have the photo, and the warehouse is exporting the print file. I will add it here in a minute.',
        },
      ],
    },
    {
      id: '2',
      subject: 'Invoice for March shows the old address',
      requester: 'Jonas Meyer',
      company: 'Atelier Meyer',
      status: 'Waiting',
      priority: 'Normal',
      assignee: 'Ada Novak',
      updatedAt: ago(5 * 60 + 5),
      messages: [
        {
          id: 'm1',
          author: 'Jonas Meyer',
          from: 'customer',
          sentAt: ago(3 * 24 * 60),
          text: 'We moved in February and changed the address in our account, but the March invoice still has the old one. Our accountant needs a corrected copy.',
        },
        {
          id: 'm2',
          author: 'Ada Novak',
          from: 'team',
          sentAt: ago(5 * 60 + 5),
          text: 'Hello Jonas, I have asked billing for a corrected invoice. Please send us your registration extract so that we can match the new address.',
        },
      ],
    },
    {
      id: '3',
      subject: 'How do I add a second approver?',
      requester: 'Priya Raman',
      company: 'Greenfield Schools',
      status: 'Solved',
      priority: 'Low',
      assignee: 'Ben Okafor',
      updatedAt: ago(2 * 24 * 60 + 90),
      messages: [
        {
          id: 'm1',
          author: 'Priya Raman',
          from: 'customer',
          sentAt: ago(2 * 24 * 60 + 300),
          text: 'Our purchases should be approved by two people from now on. Where do I set that up?',
        },
        {
          id: 'm2',
          author: 'Ben Okafor',
          from: 'team',
          sentAt: ago(2 * 24 * 60 + 90),
          text: 'Hi Priya, open Workflow, choose the purchase flow, and add a second step of the kind “Approval”. It applies to every request made after that.',
        },
      ],
    },
  ];
}
