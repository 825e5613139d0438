/** Looks for secrets in texts, in every form in which they could have been written down. */
export interface Hunt {
  /** Everything that was searched, by where it is from. */
  searched: Map<string, number>;
  /** Searches a text; answers with the forms that it holds, each as `where: what, form`. */
  search(where: string, text: string): string[];
}

/** Makes a hunt for these, by what they are. */
export function createHunt(secrets: Readonly<Record<string, string | Uint8Array>>): Hunt {
  const searched = new Map<string, number>();
  const wanted = Object.entries(secrets).flatMap(([what, secret]) =>
    Object.entries(formsOf(secret)).map(([form, text]) => ({ name: `${what}, ${form}`, text })),
  );
  return {
    searched,
    search(where, text) {
      searched.set(where, (searched.get(where) ?? 0) + text.length);
      return wanted.filter((one) => text.includes(one.text)).map(({ name }) => `${where}: ${name}`);
    },
  };
}

/** A secret in every form, by name. Of a long one half is enough: a text may have been cut. */
export function formsOf(secret: string | Uint8Array): Record<string, string> {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const json = JSON.stringify(bytes.toString()).slice(1, -1);
  const list = [...bytes];
  const text: Record<string, string> =
    typeof secret === 'string'
      ? {
          'as it is': secret,
          'its first half': secret.slice(0, Math.ceil(secret.length / 2)),
          'its second half': secret.slice(Math.floor(secret.length / 2)),
          'URL-encoded': encodeURIComponent(secret),
          'JSON-escaped': json.replaceAll('/', '\\/'),
          'escaped twice': JSON.stringify(json).slice(1, -1).replaceAll('/', '\\\\/'),
        }
      : { 'as it is': bytes.toString('latin1') };
  return {
    ...text,
    hexadecimal: hex,
    HEXADECIMAL: hex.toUpperCase(),
    'as a Buffer': (hex.match(/../g) ?? []).slice(0, 20).join(' '),
    'as a list': list.join(','),
    'as a printed list': list.slice(0, 12).join(', '),
    'as numbered bytes': list.map((byte, index) => `"${index}":${byte}`).join(','),
    ...base64Of(bytes),
  };
}

/** In the middle of a longer text Base64 of the same bytes is one of three, and its ends are the neighbours'. */
function base64Of(bytes: Buffer): Record<string, string> {
  const forms: Record<string, string> = {};
  for (const offset of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3));
    const from = offset === 0 ? 0 : 4;
    forms[`base64, ${offset} off`] = whole.toString('base64').slice(from);
    forms[`base64url, ${offset} off`] = whole.toString('base64url').slice(from);
  }
  return forms;
}
