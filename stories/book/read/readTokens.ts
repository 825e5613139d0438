/** A custom property that a host may set. */
export interface Token {
  name: string;
  light: string;
  /** The same as `light` where the scheme plays no part. */
  dark: string;
  what: string;
}

const declaration = /^\s*(--s3a-[\w-]+):\s*([^;]+);[^\S\n]*(?:\/\*\s*(.*?)\s*\*\/)?/gm;
const schemes = /^light-dark\((.*)\)$/;

/** Reads the custom properties of a style sheet, each with the comment that stands behind it. */
export function readTokens(css: string): Token[] {
  return [...css.matchAll(declaration)].map(([, name = '', value = '', what = '']) => {
    const inner = schemes.exec(value.trim())?.[1];
    const [light = value.trim(), dark = light] = inner ? splitAtCommas(inner) : [];
    return { name, light, dark, what };
  });
}

/** Cuts at the commas that stand outside of brackets. */
export function splitAtCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if ('([{<'.includes(sign)) depth += 1;
    if (')]}>'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
