import { readStates } from './read/readStates.ts';
import { readTokens } from './read/readTokens.ts';
import { allStyles, componentFiles, tokenStyles } from './sources.ts';
import { Scroll } from './Scroll.tsx';
import { Words } from './Words.tsx';

/** Every custom property, with its value on a light and on a dark page. */
export function TokenTable() {
  return (
    <Scroll label="Tokens">
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
            <th scope="col">What for</th>
          </tr>
        </thead>
        <tbody>
          {readTokens(tokenStyles).map(({ name, light, dark, what }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td colSpan={light === dark ? 2 : 1}>
                <Value>{light}</Value>
              </td>
              {light !== dark && (
                <td>
                  <Value>{dark}</Value>
                </td>
              )}
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Value({ children }: { children: string }) {
  const isColour = /^#[0-9a-f]{6}$/i.test(children);
  return (
    <span className="book-value">
      {isColour && <i style={{ background: children }} aria-hidden="true" />}
      <code>{children}</code>
    </span>
  );
}

/** Every attribute that says in which state an element is. */
export function StateTable() {
  return (
    <Scroll label="States">
      <table>
        <thead>
          <tr>
            <th scope="col">Selector</th>
            <th scope="col">In</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {readStates(componentFiles, allStyles).map(({ selector, component, what }) => (
            <tr key={`${selector} ${component}`}>
              <th scope="row">
                <code>{selector}</code>
              </th>
              <td>{component}</td>
              <td>
                <Words>{what}</Words>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
