/** An XML element as nested data: text, children by name, or the same child several times. */
type XmlValue = string | number | boolean | null | undefined | XmlNode | readonly XmlValue[];

/** Children of an element by name; `undefined` leaves one out. */
export interface XmlNode {
  readonly [name: string]: XmlValue;
}

/** Writes an XML document with one root element, escaped as S3 escapes. */
export function xml(root: string, children: XmlNode | string, namespace?: string): string {
  const open = namespace ? `${root} xmlns="${namespace}"` : root;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${open}>${typeof children === 'string' ? escaped(children) : inside(children)}</${root}>`;
}

function inside(children: XmlNode): string {
  return Object.entries(children)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((one) => element(name, one)).join('');
  if (value === null || value === '') return `<${name}/>`;
  const body = typeof value === 'object' ? inside(value) : escaped(String(value));
  return `<${name}>${body}</${name}>`;
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      // XML 1.0 has no way to write the other control characters.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  );
}
