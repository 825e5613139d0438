import { isAllowed, isBusy } from '../../diagnosis/index.ts';
import { probeKeys } from '../connection/probes.ts';
import { deleteObject } from '../s3/deleteObject.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { postObject } from '../s3/postObject.ts';
import { preflight } from '../s3/preflight.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { signForm } from '../s3/signForm.ts';
import type { SavedConnection } from '../settings/readConnection.ts';

/** Knows where files can go by a form: a page may send one everywhere, but where CORS does not let it read the answer it learns nothing. */
export interface FormSupport {
  /** Whether a page of this origin may send forms and read what S3 answers. Never waits long: what is not known yet is a no. */
  allows(connection: SavedConnection, origin: string): Promise<boolean>;
  /** A form has failed: S3 is asked again. `settingsVersion`: that it was signed with. */
  forget(settingsVersion: number | null, origin: string): void;
}

interface Known {
  allowed: boolean | Promise<boolean>;
  until: number;
}

/** How long S3's word is taken, in ms; where it had none, much shorter. */
const lasts = 600_000;
const lastsSilence = 10_000;

/** How long somebody who wants to send a file waits for it, in ms. */
const patience = 1_000;

/** Settings are saved seldom, and a backend serves few origins. */
const maxKnown = 100;

/** Makes what asks S3 the preflight that no browser sends before a form, once per origin and version of the settings. */
export function createFormSupport(s3: S3Edge): FormSupport {
  const known = new Map<string, Known>();
  const now = () => s3.now().getTime();
  const nameOf = (version: number | null, origin: string) => `${version} ${origin}`;

  async function ask(connection: SavedConnection, origin: string, entry: Known): Promise<boolean> {
    const allowed = await mayRead(s3, connection, origin)
      .then((may) => may && (hasSts(s3, connection) || takesForms(s3, connection)))
      .catch(() => null);
    entry.allowed = allowed ?? false;
    entry.until = now() + (allowed === null ? lastsSilence : lasts);
    return entry.allowed;
  }

  return {
    async allows(connection, origin) {
      const name = nameOf(connection.version, origin);
      let entry = known.get(name);
      if (!entry || entry.until <= now()) {
        entry = { allowed: false, until: Number.POSITIVE_INFINITY };
        known.delete(name);
        known.set(name, entry);
        if (known.size > maxKnown) known.delete(known.keys().next().value as string);
        entry.allowed = ask(connection, origin, entry);
      }
      return typeof entry.allowed === 'boolean' ? entry.allowed : within(entry.allowed);
    },
    forget(settingsVersion, origin) {
      known.delete(nameOf(settingsVersion, origin));
    },
  };
}

/** Whether CORS lets a page read the answer; `null`: S3 had no time to tell. */
async function mayRead(s3: S3Edge, connection: SavedConnection, origin: string): Promise<boolean | null> {
  const question = { origin, method: 'POST', headers: '' };
  const answer = await preflight(s3, connection, '', question);
  if (isBusy(answer)) return null;
  // A POST is simple enough to pass without being on the list; who does not name it may not answer to it.
  const methods = (answer.headers?.['access-control-allow-methods'] ?? '').split(',');
  const named = methods.some((method) => /^(?:POST|\*)$/i.test(method.trim()));
  return named && isAllowed(answer, question);
}

/** Sends one: other stores than Amazon's may know no forms, or know no permission of an IAM user for them, as Ceph. */
async function takesForms(s3: S3Edge, connection: SavedConnection): Promise<boolean | null> {
  const key = `${probeKeys(connection.keyPrefix).server}-form`;
  const sign = signForm(s3, connection, s3.now());
  const headers = { 'content-type': 'text/plain' };
  const answer = await postObject(s3, connection, await sign({ key, size: 1, headers, lifetime: 60 }), 'x');
  if (isBusy(answer)) return null;
  if (answer.status !== 204) return false;
  await deleteObject(s3, connection, key);
  return true;
}

async function within(answer: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
