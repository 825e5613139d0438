import { readProps } from './read/readProps.ts';
import { propSources } from './sources.ts';
import { Scroll } from './Scroll.tsx';
import { Words } from './Words.tsx';

/** The props of a widget, from the JSDoc of its interface and of those that it extends. */
export function PropTable({ of }: { of: string }) {
  const props = readProps(of, propSources).sort((a, b) => Number(b.required) - Number(a.required));
  return (
    <Scroll label={`${of}, each with its default`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Prop</th>
            <th scope="col">What it is</th>
            <th scope="col">Left out</th>
          </tr>
        </thead>
        <tbody>
          {props.map(({ name, required, type, what, default: standard }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <Words>{what}</Words>
                <br />
                <code>{type}</code>
              </td>
              <td>{required ? 'needed' : <Words>{standard ?? ''}</Words>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
