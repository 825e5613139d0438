/** The values that a pasted text or a dropped file can fill. */
export type PastedValues = Partial<Record<'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey', string>>;

/** Reads the four values, or some of them, from what AWS and the shortcuts hand out; `null` where the text holds none of them. */
export function readPastedValues(_text: string): PastedValues | null {
  return null;
}
