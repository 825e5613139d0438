/** A `data-…` attribute that one of our elements carries, or an ARIA one that our styles look at. */
export interface State {
  /** For a style sheet: `.s3a-upload[data-status]`. */
  selector: string;
  /** The component that writes it. */
  component: string;
  /** What it says; empty where no `@selector` tells it. */
  what: string;
}

/** The file of a component, named after it. */
export interface ComponentFile {
  name: string;
  text: string;
}

const tag = /@selector\s+\[([\w-]+)\]\s+(.*?)\s*(?:\*\/)?\s*$/gm;
const attribute = /(?<=\s)data-[a-z0-9-]+(?==)/g;
const compound = /(\.[\w-]+)?\[((?:data|aria)-[a-z0-9-]+)/g;

/**
 * Reads the states of the components: the attributes that stand in their JSX, and those that a library or a hook writes. What
 * each says stands in a `@selector` tag of its component.
 */
export function readStates(files: readonly ComponentFile[], css: string): State[] {
  const rows: State[] = [];
  const meanings = new Map<string, Set<string>>();
  for (const { name, text } of files) {
    const told = new Map([...text.matchAll(tag)].map(([, data = '', what = '']) => [data, what]));
    for (const [data, what] of told) meanings.set(data, (meanings.get(data) ?? new Set()).add(what));
    const written = new Set<string>();
    for (const { index, 0: data } of text.matchAll(attribute)) {
      const selector = `${elementAround(text, index)}[${data}]`;
      if (rows.some((row) => row.selector === selector && row.component === name)) continue;
      rows.push({ selector, component: name, what: told.get(data) ?? '' });
      written.add(data);
    }
    for (const [data, what] of told)
      if (!written.has(data))
        rows.push({ selector: `${elementOf(data, text, css)}[${data}]`, component: name, what });
  }
  return rows
    .map((row) => (row.what ? row : { ...row, what: onlyMeaning(row.selector, meanings) }))
    .sort((a, b) => (`${a.selector} ${a.component}` < `${b.selector} ${b.component}` ? -1 : 1));
}

/** Every attribute that a style sheet asks for. */
export function statesInStyles(css: string): string[] {
  return [...new Set([...css.matchAll(/\[(data-[a-z0-9-]+)/g)].map(([, data = '']) => data))];
}

/** What an attribute says that says the same everywhere. */
function onlyMeaning(selector: string, meanings: ReadonlyMap<string, Set<string>>): string {
  const [what = '', ...others] = meanings.get(/\[([\w-]+)\]/.exec(selector)?.[1] ?? '') ?? [];
  return others.length === 0 ? what : '';
}

/** The class of the element that an attribute is written on, else its name. */
function elementAround(text: string, index: number): string {
  const start = text.slice(0, index).search(/<[\w.]+[^<]*$/);
  const element = text.slice(start, index + text.slice(index).search(/>\s|\/>/));
  const classes = /className=(?:"([^"]*)"|\{([^}]*)\})/.exec(element);
  const own = (classes?.[1] ?? classes?.[2] ?? '').match(/s3a-[\w-]*\w/g)?.at(-1);
  // The name of a component is none that a style sheet knows.
  return own ? `.${own}` : (/<([a-z]\w*)/.exec(element)?.[1] ?? '');
}

/** The element of an attribute that is not in the JSX: the one that our styles know it with, else the component's own. */
function elementOf(data: string, text: string, css: string): string {
  const known = [...css.matchAll(compound)].filter(([, , found]) => found === data);
  const here = known.find(([, element]) => element && text.includes(element.slice(1)));
  if (here?.[1]) return here[1];
  if (known.some(([, element]) => !element)) return '';
  const own = /(?<=['"\s])s3a-[\w-]+/.exec(text)?.[0];
  return own ? `.${own}` : '';
}
