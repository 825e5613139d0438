/** A body with one member of another type, and the path of that member. */
export interface Spoilt {
  path: string;
  body: unknown;
}

/** The same value with each of its members, one at a time, of another type. */
export function spoil(value: unknown, path = ''): Spoilt[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const replace = (key: string, member: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one: unknown, index) => (String(index) === key ? member : one))
      : { ...value, [key]: member };
  return entries.flatMap(([key, member]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [
      { path: here, body: replace(key, ofAnotherType(member)) },
      ...spoil(member, here).map((inner) => ({ ...inner, body: replace(key, inner.body) })),
    ];
  });
}

function ofAnotherType(value: unknown): unknown {
  return typeof value === 'string' ? { text: value } : 'of another type';
}
