import type { RouteName } from '../../contract/index.ts';
import { refusals } from '../refusals.ts';

/** How often one user may ask: `burst` requests at once, and as many as come back in time. */
export interface RateLimit {
  /** Requests, at least 1. */
  burst: number;
  /** Requests that come back a minute, more than 0. */
  perMinute: number;
}

/** What is limited, each for itself. `false` turns one off. */
export interface RateLimits {
  /** Rights to send files: signing files, beginning uploads in parts, signing parts. @default 600 at once, 300 a minute */
  sign?: RateLimit | false;
  /** What asks S3 for an administrator: the check, the region, the proof. @default 120 at once, 60 a minute */
  check?: RateLimit | false;
  /** Failures that are looked into. @default 2000 at once, 300 a minute */
  diagnosis?: RateLimit | false;
}

type Limited = keyof RateLimits;

const limitOf: Partial<Record<RouteName, Limited>> = {
  signUploads: 'sign',
  createMultipart: 'sign',
  signParts: 'sign',
  checkConnection: 'check',
  detectRegion: 'check',
  signProof: 'check',
  reportFailure: 'diagnosis',
};

// A thousand files are signed by one request, and a file of 2 GB in a score of them. A failure is reported
// for each file, and again when all are tried again; those of one cause cost one look.
const defaults: Record<Limited, RateLimit> = {
  sign: { burst: 600, perMinute: 300 },
  check: { burst: 120, perMinute: 60 },
  diagnosis: { burst: 2000, perMinute: 300 },
};

/** Users that are remembered for each limit; whoever was longest away is forgotten first, and begins anew. */
const maxUsers = 10_000;

/** A bucket as two moments in ms, so that nothing is lost by rounding, however often it is looked at. */
interface Bucket {
  /** When it is full again. */
  fullAt: number;
  /** When it was last looked at. */
  at: number;
}

/** Counts a request of a user in. Throws `rate_limited` for one too many; that one is not counted. */
export type CheckRate = (route: RouteName, viewerId: string) => void;

/** What a guard of rates works with. */
export interface RateEdges {
  now: () => Date;
  onRefusal: (limit: Limited) => void;
}

/**
 * Makes the guard of this process: with several processes each has its own account.
 *
 * @throws TypeError for a limit that would let nobody through
 */
export function createRateLimits(limits: RateLimits | false, { now, onRefusal }: RateEdges): CheckRate {
  const guards = new Map<Limited, { limit: RateLimit; users: Map<string, Bucket> }>();
  for (const name of Object.keys(defaults) as Limited[]) {
    const limit = limits === false ? false : (limits[name] ?? defaults[name]);
    if (limit === false) continue;
    if (!(limit.burst >= 1 && limit.perMinute > 0))
      throw new TypeError(`rateLimits.${name}: at least a burst of 1, and more than 0 a minute.`);
    guards.set(name, { limit, users: new Map() });
  }

  return (route, viewerId) => {
    const name = limitOf[route];
    const guard = name && guards.get(name);
    if (!guard) return;
    const { limit, users } = guard;
    const at = now().getTime();
    const before = users.get(viewerId) ?? { fullAt: at, at };
    const interval = 60_000 / limit.perMinute;
    // A clock that is set back takes nothing away.
    const fullAt = Math.max(at, before.fullAt - Math.max(0, before.at - at));
    const short = fullAt - at - (limit.burst - 1) * interval;
    // Moments of today are exact to a fraction of a millisecond only.
    const refused = short > 1;
    // Written anew, so that the map begins with who was longest away.
    users.delete(viewerId);
    users.set(viewerId, { fullAt: refused ? fullAt : fullAt + interval, at });
    if (users.size > maxUsers) users.delete(users.keys().next().value as string);
    if (!refused) return;
    onRefusal(name);
    throw refusals.rateLimited(Math.ceil(short / 1000));
  };
}
