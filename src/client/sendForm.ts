import type { TransferAnswer } from './Transfer.ts';
import { hostOf, watchCsp } from './watchCsp.ts';

/** Sends a form as a page without scripts could: no header of its own and nobody listening for progress, so that the browser need not ask S3 first. */
export async function sendForm(form: {
  url: string;
  fields: Readonly<Record<string, string>>;
  body: Blob;
  signal: AbortSignal;
}): Promise<TransferAnswer> {
  const { url, fields, body, signal } = form;
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  // S3 reads nothing that comes behind the file. Its name in the form is nobody's business: the key was signed.
  data.append('file', body, 'file');
  const csp = watchCsp(url);
  try {
    const response = await fetch(url, { method: 'POST', body: data, signal, credentials: 'omit' });
    const text = response.ok ? '' : (await response.text()).slice(0, 16_384);
    return { status: response.status, body: text, loaded: response.ok ? body.size : 0 };
  } catch (error) {
    if (signal.aborted) throw signal.reason ?? error;
    const blockedByCsp = await csp.wasBlocked();
    return { status: 0, body: '', loaded: 0, ...(blockedByCsp ? { blockedByCsp, host: hostOf(url) } : {}) };
  }
}
