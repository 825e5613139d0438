/** The three people whom one can be in the demo, by the name that the cookie `demo_user` holds. */
export const people = {
  administrator: { name: 'Ada Novak', role: 'Administrator' },
  agent: { name: 'Ben Okafor', role: 'Agent' },
  customer: { name: 'Carla Reyes', role: 'Customer' },
} as const;

/** Who is signed in. */
export type Person = keyof typeof people;
