import type { FailureReport } from '../../contract/index.ts';
import {
  type Diagnosis,
  element,
  fromS3Error,
  fromTransfer,
  type Preflight,
  s3Facts,
  type Where,
} from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { endpointOf, objectUrl } from '../s3/objectUrl.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { contentHeaders, preflightHeaders } from './contentHeaders.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Finds out why a transfer failed, from what the browser saw and by asking S3 what tells the candidates apart. */
export function reportFailure(backend: Backend): Handlers['reportFailure'] {
  return async ({ params, body, viewer, request }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    const [first, ...others] = await diagnose(backend, row, body, pageOrigin(request));
    // What is stored or withdrawn did not fail any more.
    if (row.status === 'pending') await backend.health.failed(first, row.settingsVersion, row.id);
    const about = { viewer, route: 'reportFailure', ticketId: row.ticketId, attachmentId: row.id } as const;
    return { verdict: backend.judge(first, about, others) };
  };
}

async function diagnose(
  backend: Backend,
  row: AttachmentRow,
  report: FailureReport,
  origin: string,
): Promise<readonly [Diagnosis, ...Diagnosis[]]> {
  const place = placeOf(row);
  const { status, body, loaded, total, online, as = 'put' } = report;
  if (!place) {
    return [
      status === 0
        ? fromTransfer({ online, loaded, total, origin })
        : {
            code: 'malformed_response',
            status,
            where: [{ kind: 'elsewhere', place: 'app' }],
            certainty: 'likely',
          },
    ];
  }
  if (status === 0 && report.blockedByCsp) {
    const { host } = new URL(objectUrl(backend.s3, place, place.key));
    return [fromTransfer({ online, loaded, total, origin, cspBlocked: host })];
  }
  let seen: Diagnosis | null = null;
  if (status !== 0) {
    const settings = await backend.store.readSettings();
    const { bucket, region, key } = place;
    const custom = endpointOf(backend.s3, place) !== null;
    const request = {
      operation: 'PUT',
      bucket,
      region,
      key,
      custom,
      size: row.size,
      ...(settings?.accessKey && !backend.serverKey ? { accessKeyId: settings.accessKey.id } : {}),
    } as const;
    const said = (as === 'form' && ofForm(row, { status, body })) || fromS3Error({ status, body }, request);
    seen = withServerKey(backend, withOurClock(backend, row, said, body));
  }
  // What was true of forms may not be any more.
  if (as === 'form') backend.forms.forget(row.settingsVersion, origin);
  const { causes, complete } = await backend.investigate({
    place,
    signedAt: signedAt(row),
    preflight: { origin, ...preflightOf(row, as) },
    seen,
  });
  const [cause, ...others] = causes;
  if (cause) return [cause, ...others];
  // Opaque at many stores, but we know how old the URL is. Not that of a part: it may have been signed at any time.
  return online && as !== 'part' && ageOf(backend, row) >= backend.urlLifetime * 1000
    ? [{ code: 'url_expired', where: [{ kind: 'elsewhere', place: 'try-again' }], certainty: 'likely' }]
    : [fromTransfer({ online, loaded, total, origin, cleared: complete })];
}

/** What the browser asked S3 before it sent; before a form it asked nothing, but its answer had to be allowed. */
function preflightOf(row: AttachmentRow, as: NonNullable<FailureReport['as']>): Omit<Preflight, 'origin'> {
  if (as === 'form') return { method: 'POST', headers: '' };
  if (as === 'put') return { method: 'PUT', headers: preflightHeaders(contentHeaders(row)) };
  return { method: 'PUT', headers: row.partChecksum ? `x-amz-checksum-${row.partChecksum}` : '' };
}

/** What S3 says of a form in words that mean something else of a PUT; `null` for all others. */
function ofForm(row: AttachmentRow, answer: { status: number; body: string }): Diagnosis | null {
  const { body } = answer;
  const s3 = s3Facts(answer);
  const { code } = s3;
  const where: Where[] = [{ kind: 'elsewhere', place: 'try-again' }];
  if (code === 'AccessDenied' && /policy expired/i.test(element(body, 'Message') ?? ''))
    return { code: 'url_expired', where, certainty: 'certain', s3 };
  if (code !== 'EntityTooSmall' && code !== 'EntityTooLarge') return null;
  // The size was signed: the file has another one by now.
  const found = Number(element(body, 'ProposedSize'));
  return {
    code: 'upload_incomplete',
    expected: row.size,
    found: Number.isSafeInteger(found) ? found : null,
    where,
    certainty: 'certain',
    s3,
  };
}

function signedAt(row: AttachmentRow): Date {
  return row.signedAt ?? row.createdAt;
}

function ageOf(backend: Backend, row: AttachmentRow): number {
  return backend.now().getTime() - signedAt(row).getTime();
}

/** Whether what was signed is past its time by our own clock. S3 repeats the end that we signed; else the age of the row must do. */
function isPast(backend: Backend, row: AttachmentRow, body: string): boolean {
  const end = Date.parse(element(body, 'Expires') ?? '');
  return Number.isNaN(end)
    ? ageOf(backend, row) >= backend.urlLifetime * 1000
    : backend.now().getTime() >= end;
}

// The server's own key may be temporary, and has a successor by now: it is the URL that is too old.
function withServerKey({ serverKey }: Backend, diagnosis: Diagnosis): Diagnosis {
  const { code, certainty, s3 } = diagnosis;
  if (!serverKey || code !== 'credential_expired' || s3?.code !== 'ExpiredToken') return diagnosis;
  return { code: 'url_expired', where: [{ kind: 'elsewhere', place: 'try-again' }], certainty, s3 };
}

// S3 says that the URL is too old, and by our clock it is not: one of the clocks is wrong, and it is not Amazon's.
function withOurClock(backend: Backend, row: AttachmentRow, diagnosis: Diagnosis, body: string): Diagnosis {
  if (diagnosis.code !== 'url_expired' || isPast(backend, row, body)) return diagnosis;
  const serverTime = element(body, 'ServerTime');
  return {
    code: 'clock_skewed',
    ...(serverTime === undefined ? {} : { serverTime: serverTime.slice(0, 100) }),
    where: [{ kind: 'elsewhere', place: 'clock' }],
    certainty: 'likely',
    ...(diagnosis.s3 ? { s3: diagnosis.s3 } : {}),
  };
}
