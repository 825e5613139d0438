import { site } from '../../server/support/createWorld.ts';
import type { Fault } from '../Fault.ts';

const blocked = (...where: string[]) => ({ code: 'transfer_blocked' as const, where });
const opaque = { online: true, loaded: 0, total: 5, origin: site };

/** What a browser hides: the end of “The request itself”, and status 0. */
export const transfers: Fault[] = [
  {
    fault: 'host page’s CSP lacks the S3 host',
    by: 'transfer',
    transfer: { ...opaque, cspBlocked: 'acme-triage.s3.eu-central-1.amazonaws.com' },
    expected: { code: 'csp_blocked', where: ['elsewhere:app'] },
  },
  {
    fault: 'offline',
    by: 'transfer',
    transfer: { ...opaque, online: false },
    expected: { code: 'offline', where: ['elsewhere:network'] },
  },
  {
    fault: 'offline, reported when it is over',
    by: 'upload',
    seen: { status: 0, body: '', loaded: 0, online: false },
    expected: { code: 'offline', where: ['elsewhere:network'] },
  },
  {
    fault: 'connection lost on the way: bytes moved',
    by: 'transfer',
    transfer: { ...opaque, loaded: 3 },
    expected: { code: 'connection_lost', where: ['elsewhere:network'] },
    untold: true,
  },
  {
    fault: 'connection lost on the way: bytes moved, and S3 would have taken them',
    by: 'upload',
    seen: { status: 0, body: '', loaded: 3 },
    expected: { code: 'connection_lost', where: ['elsewhere:network'] },
    untold: true,
  },
  {
    fault: 'proxy or TLS inspection before the browser: S3 would have taken the file',
    by: 'upload',
    seen: { status: 0, body: '', loaded: 0 },
    expected: blocked('elsewhere:network', 'elsewhere:app'),
    untold: true,
  },
  {
    fault: 'opaque, and nothing else is known',
    by: 'transfer',
    transfer: opaque,
    expected: blocked('step:cors', 'elsewhere:network', 'elsewhere:app'),
    untold: true,
  },
  {
    fault: 'opaque, while our own API answers',
    by: 'transfer',
    transfer: { ...opaque, apiAnswers: true },
    expected: blocked('step:cors', 'elsewhere:app', 'elsewhere:network'),
    untold: true,
  },
  {
    fault: 'opaque, and our own API does not answer either',
    by: 'transfer',
    transfer: { ...opaque, apiAnswers: false },
    expected: blocked('elsewhere:network', 'step:cors', 'elsewhere:app'),
    untold: true,
  },
  {
    fault: 'opaque, after another file went to the same host',
    by: 'transfer',
    transfer: { ...opaque, apiAnswers: true, hostAnswered: true },
    expected: blocked('elsewhere:network', 'elsewhere:try-again'),
    untold: true,
  },
];
