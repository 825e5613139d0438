import { people, type Person } from '../../helpdesk/people.ts';
import { initialsOf } from './initialsOf.ts';
import { usePerson } from './usePerson.ts';

const order = Object.keys(people) as Person[];

/** Shows who is signed in and lets one be somebody else. */
export function PersonSwitch() {
  const [person, change] = usePerson();
  return (
    <label className="person">
      <span className="avatar" aria-hidden="true">
        {initialsOf(people[person].name)}
      </span>
      <span className="visually-hidden">Signed in as</span>
      <select value={person} onChange={(event) => change(event.currentTarget.value as Person)}>
        {order.map((one) => (
          <option key={one} value={one}>
            {people[one].name}, {people[one].role.toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}
