import type { FailureReport } from '../../contract/index.ts';
import { type Diagnosis, element, fromS3Error, fromTransfer } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { endpointOf, objectUrl } from '../s3/objectUrl.ts';
import type { AttachmentRow } from '../store/Store.ts';
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
  const { status, body, loaded, total, online } = report;
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
      accessKeyId: settings?.accessKey?.id,
    } as const;
    seen = withOurClock(backend, row, fromS3Error({ status, body }, request), body);
  }
  const headers = preflightHeaders(contentHeaders(row));
  const { causes, complete } = await backend.investigate({
    place,
    signedAt: row.createdAt,
    preflight: { origin, method: 'PUT', headers },
    seen,
  });
  const [cause, ...others] = causes;
  if (cause) return [cause, ...others];
  // Opaque at many stores, but we know how old the URL is.
  return online && ageOf(backend, row) >= backend.urlLifetime * 1000
    ? [{ code: 'url_expired', where: [{ kind: 'elsewhere', place: 'try-again' }], certainty: 'likely' }]
    : [fromTransfer({ online, loaded, total, origin, cleared: complete })];
}

function ageOf(backend: Backend, row: AttachmentRow): number {
  return backend.now().getTime() - row.createdAt.getTime();
}

// S3 says that the URL is too old, and by our clock it is not: one of the clocks is wrong, and it is not Amazon's.
function withOurClock(backend: Backend, row: AttachmentRow, diagnosis: Diagnosis, body: string): Diagnosis {
  if (diagnosis.code !== 'url_expired' || ageOf(backend, row) >= backend.urlLifetime * 1000) return diagnosis;
  const serverTime = element(body, 'ServerTime');
  return {
    code: 'clock_skewed',
    ...(serverTime === undefined ? {} : { serverTime: serverTime.slice(0, 100) }),
    where: [{ kind: 'elsewhere', place: 'clock' }],
    certainty: 'likely',
    ...(diagnosis.s3 ? { s3: diagnosis.s3 } : {}),
  };
}
