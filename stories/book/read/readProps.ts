import { splitAtCommas } from './readTokens.ts';

/** One prop of a widget, as its interface tells it. */
export interface Prop {
  name: string;
  required: boolean;
  type: string;
  /** Its JSDoc. */
  what: string;
  /** What stands for it where it is left out; `null` where nothing is told. */
  default: string | null;
}

const member = /^\s*(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(\w+)(\??):/;

/**
 * Reads the props of an interface from its source, with those that it extends.
 *
 * @throws Error where no source has the interface
 */
export function readProps(name: string, sources: readonly string[]): Prop[] {
  const head = new RegExp(`export interface ${name}\\b([^{]*)\\{`);
  for (const source of sources) {
    const found = head.exec(source);
    if (!found) continue;
    const own = readMembers(source.slice(found.index + found[0].length));
    const above = splitAtCommas((found[1] ?? '').replace(/^\s*extends/, '')).flatMap((base) =>
      readBase(base, sources),
    );
    const names = new Set(own.map((prop) => prop.name));
    return [...above.filter((prop) => !names.has(prop.name)), ...own];
  }
  throw new Error(`There is no interface ${name} among the sources.`);
}

function readBase(base: string, sources: readonly string[]): Prop[] {
  const [, inner, left = ''] = /^Omit<\s*(\w+)\s*,([^>]*)>$/.exec(base) ?? [];
  const props = readProps(inner ?? base, sources);
  return props.filter((prop) => !left.includes(`'${prop.name}'`));
}

function readMembers(text: string): Prop[] {
  const props: Prop[] = [];
  for (let rest = text; ; ) {
    const [all, comment = '', name, optional] = member.exec(rest) ?? [];
    if (all === undefined || name === undefined) return props;
    const length = endOf(rest.slice(all.length));
    const words = comment
      .replace(/^\s*\* ?/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const [what = '', standard] = words.split(/\s*@default\s*/);
    props.push({
      name,
      required: optional !== '?',
      type: tidy(rest.slice(all.length, all.length + length)),
      what,
      default: standard?.trim() ?? null,
    });
    rest = rest.slice(all.length + length + 1);
  }
}

/** Where a member's type ends. */
function endOf(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (sign === ';' && depth === 0) return index;
  }
  return text.length;
}

const tidy = (type: string) =>
  type
    .replace(/\/\*\*?[\s\S]*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ \| undefined$/, '')
    .replace(/^\(\((.*)\)$/, '($1')
    .trim();
