import { isAllowed, isBusy } from '../../diagnosis/index.ts';
import { preflight } from './preflight.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** Knows where a page may read what S3 answers to a form: it may send one everywhere, but would learn nothing of it. */
export interface FormSupport {
  /** Whether S3's CORS rules let a page of this origin read the answer to a POST. Never waits long: what is not known yet is a no. */
  allows(address: S3Address & { version: number }, origin: string): Promise<boolean>;
  /** S3 was seen to refuse what was allowed: it is asked again. */
  forget(version: number | null, origin: string): void;
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

  function ask(address: S3Address, origin: string, entry: Known): Promise<boolean> {
    const question = { origin, method: 'POST', headers: '' };
    const settle = (allowed: boolean, ms: number) => {
      entry.allowed = allowed;
      entry.until = now() + ms;
      return allowed;
    };
    return preflight(s3, address, '', question).then(
      (answer) =>
        isBusy(answer)
          ? settle(false, lastsSilence)
          : // A POST is simple enough to pass without being on the list; only who names it answers to it.
            settle(isAllowed(answer, question) && namesPost(answer.headers), lasts),
      () => settle(false, lastsSilence),
    );
  }

  return {
    async allows(address, origin) {
      const name = nameOf(address.version, origin);
      let entry = known.get(name);
      if (!entry || entry.until <= now()) {
        entry = { allowed: false, until: Number.POSITIVE_INFINITY };
        known.delete(name);
        known.set(name, entry);
        if (known.size > maxKnown) known.delete(known.keys().next().value as string);
        entry.allowed = ask(address, origin, entry);
      }
      return typeof entry.allowed === 'boolean' ? entry.allowed : within(entry.allowed);
    },
    forget(version, origin) {
      known.delete(nameOf(version, origin));
    },
  };
}

function namesPost(headers: Record<string, string> | undefined): boolean {
  const methods = headers?.['access-control-allow-methods'] ?? '';
  return methods.split(',').some((method) => /^(?:POST|\*)$/i.test(method.trim()));
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
