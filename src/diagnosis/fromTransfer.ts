import type { Diagnosis } from './Diagnosis.ts';
import { known, plainText } from './plainText.ts';
import { elsewhere, step, type Where } from './where.ts';

/** What a browser knows about a transfer that ended without an answer (status 0). */
export interface BrokenTransfer {
  /** `navigator.onLine` when it broke. */
  online: boolean;
  /** Bytes of the body that had been sent. */
  loaded: number;
  /** Bytes of the body in all. */
  total: number;
  /** The page's origin. */
  origin?: string | undefined;
  /** Our server asked S3, and S3 would have taken the file from this page. */
  cleared?: boolean | undefined;
  /** Our own API just answered (or just did not): tells the network at large from the way to S3. */
  apiAnswers?: boolean | undefined;
  /** Another file just went to the same host from this page. */
  hostAnswered?: boolean | undefined;
  /** @default PUT */
  method?: string | undefined;
  /** The host that the page's Content-Security-Policy stopped: the browser said so in an event. */
  cspBlocked?: string | undefined;
}

/** Reads a transfer that ended without an answer. Claims neither CORS nor the network for certain: a browser hides which it was. */
export function fromTransfer(transfer: BrokenTransfer): Diagnosis {
  const { online, loaded, total, origin, cleared = false, cspBlocked } = transfer;
  if (cspBlocked !== undefined) {
    return {
      code: 'csp_blocked',
      host: plainText(cspBlocked),
      where: [elsewhere('app')],
      certainty: 'certain',
    };
  }
  if (!online) return { code: 'offline', where: [elsewhere('network')], certainty: 'certain' };
  // All of it may be sent, and the answer be one that the browser does not show.
  if (loaded > 0 && loaded < total) {
    return {
      code: 'connection_lost',
      loaded,
      total,
      where: [elsewhere('network')],
      certainty: 'likely',
    };
  }
  return {
    code: 'transfer_blocked',
    ...known('origin', origin),
    ...known('method', transfer.method),
    cleared,
    where: candidates(transfer),
    certainty: 'possible',
  };
}

function candidates({ cleared, apiAnswers, hostAnswered }: BrokenTransfer): Where[] {
  const cors = step('cors');
  const [network, app] = [elsewhere('network'), elsewhere('app')];
  // S3 took a file from this very page: neither its rules nor the page's policy stand against it.
  if (hostAnswered) return [network, elsewhere('try-again')];
  if (cleared) return [network, app];
  if (apiAnswers === false) return [network, cors, app];
  return apiAnswers ? [cors, app, network] : [cors, network, app];
}
