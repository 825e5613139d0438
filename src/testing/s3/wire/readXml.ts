/** An element of a parsed document. */
export interface XmlElement {
  name: string;
  /** The text directly inside it. */
  text: string;
  children: XmlElement[];
}

/** Parses the small XML documents that S3 takes as a body; `null` when it is not well-formed. */
export function readXml(source: string): XmlElement | null {
  const root: XmlElement = { name: '', text: '', children: [] };
  const open: XmlElement[] = [root];
  const tokens = source
    .replace(/^\uFEFF/, '')
    .replace(/<\?.*?\?>|<!--.*?-->/gs, '')
    .matchAll(/<\/\s*([^\s>]+)\s*>|<([^\s/>!?]+)(?:\s[^<>]*?)?(\/)?>|([^<]+)|(<)/g);
  for (const [, closing, opening, empty, text, stray] of tokens) {
    const parent = open.at(-1);
    if (!parent || stray) return null;
    if (opening) {
      const child: XmlElement = { name: localName(opening), text: '', children: [] };
      parent.children.push(child);
      if (!empty) open.push(child);
    } else if (closing) {
      if (open.length === 1 || parent.name !== localName(closing)) return null;
      open.pop();
    } else if (text) {
      parent.text += unescaped(text);
    }
  }
  const [document, ...more] = root.children;
  return open.length === 1 && document && more.length === 0 && root.text.trim() === '' ? document : null;
}

/** The text of the first child of that name, trimmed; `null` when there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text.trim() ?? null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, named) => {
    if (named) return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[String(named).toLowerCase()] ?? '';
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
