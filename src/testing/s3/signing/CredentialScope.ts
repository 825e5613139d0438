/** The Credential of a signature, taken apart. */
export interface CredentialScope {
  accessKeyId: string;
  /** `yyyymmdd` */
  date: string;
  region: string;
  service: string;
  terminal: string;
}

/** Takes a Credential apart, or `null` unless it has its five parts and a key id without white space. */
export function parseCredential(text: string): CredentialScope | null {
  const parts = text.split('/');
  const [accessKeyId, date, region, service, terminal] = parts;
  if (parts.length !== 5 || !accessKeyId || !date || !region || !service || !terminal) return null;
  if (!/^[\w.-]+$/.test(accessKeyId)) return null;
  return { accessKeyId, date, region, service, terminal };
}
