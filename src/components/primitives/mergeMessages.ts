'use client';

/** Every key optional, at every depth; functions stay whole. */
export type DeepPartial<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: DeepPartial<T[K]> | undefined }
      : T;

/** The catalogue with a host's own words laid over it. */
export function mergeMessages<T extends object>(base: T, over: DeepPartial<NoInfer<T>> | undefined): T {
  if (!over) return base;
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTable(below) && isTable(value) ? mergeMessages(below, value) : (value ?? below);
  }
  return merged as T;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
