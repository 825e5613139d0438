/** Whether two documents of AWS mean the same: names of statements, the order of lists, and lists of one do not matter. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

const names = new Set(['Sid', 'Id', 'ID']);

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map(canonical).sort();
    return items.length === 1 ? (items[0] ?? '') : `[${items.join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(
      ([name, field]) =>
        !names.has(name) && field !== undefined && !(Array.isArray(field) && field.length === 0),
    )
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.sort().join()}}`;
}
