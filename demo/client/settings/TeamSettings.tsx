import { initialsOf } from '../app/initialsOf.ts';

const team = [
  { name: 'Ada Novak', role: 'Administrator', email: 'ada@fernhill.example' },
  { name: 'Ben Okafor', role: 'Agent', email: 'ben@fernhill.example' },
  { name: 'Mei Tanaka', role: 'Agent', email: 'mei@fernhill.example' },
  { name: 'Luis Ferreira', role: 'Agent', email: 'luis@fernhill.example' },
];

/** Who works in the help desk. */
export function TeamSettings() {
  return (
    <section aria-labelledby="team-title" className="stack">
      <h2 id="team-title">Team members</h2>
      <ul className="card rows">
        {team.map(({ name, role, email }) => (
          <li key={email} className="member">
            <span className="avatar" aria-hidden="true">
              {initialsOf(name)}
            </span>
            <span className="member-name">
              <strong>{name}</strong>
              <span className="quiet">{email}</span>
            </span>
            <span className="badge">{role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
