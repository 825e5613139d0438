import type { FailureReport } from '../../contract/index.ts';
import { type Diagnosis, element, fromS3Error, fromTransfer } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import type { AttachmentRow } from '../store/Store.ts';
import { contentHeaders, preflightHeaders } from './contentHeaders.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Finds out why a transfer failed, from what the browser saw and, where it saw nothing, by asking S3. */
export function reportFailure(backend: Backend): Handlers['reportFailure'] {
  return async ({ params, body, viewer, request }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    const diagnosis = await diagnose(backend, row, body, pageOrigin(request));
    const about = { viewer, route: 'reportFailure', ticketId: row.ticketId, attachmentId: row.id } as const;
    return { verdict: backend.judge(diagnosis, about) };
  };
}

async function diagnose(
  backend: Backend,
  row: AttachmentRow,
  report: FailureReport,
  origin: string,
): Promise<Diagnosis> {
  const place = placeOf(row);
  const { status, body, loaded, total, online } = report;
  if (!place) {
    return status === 0
      ? fromTransfer({ online, loaded, total, origin })
      : {
          code: 'malformed_response',
          status,
          where: [{ kind: 'elsewhere', place: 'app' }],
          certainty: 'likely',
        };
  }
  if (status !== 0) {
    const settings = await backend.store.readSettings();
    const { bucket, region } = place;
    const request = { operation: 'PUT', bucket, region, accessKeyId: settings?.accessKeyId } as const;
    return withOurClock(backend, row, fromS3Error({ status, body }, request), body);
  }
  const headers = preflightHeaders(contentHeaders(row));
  const { cause, complete } = await backend.investigate({
    place,
    signedAt: row.createdAt,
    preflight: { origin, method: 'PUT', headers },
  });
  return cause ?? fromTransfer({ online, loaded, total, origin, cleared: complete });
}

// S3 says that the URL is too old, and by our clock it is not: one of the clocks is wrong, and it is not Amazon's.
function withOurClock(backend: Backend, row: AttachmentRow, diagnosis: Diagnosis, body: string): Diagnosis {
  const age = backend.now().getTime() - row.createdAt.getTime();
  if (diagnosis.code !== 'url_expired' || age >= backend.urlLifetime * 1000) return diagnosis;
  const serverTime = element(body, 'ServerTime');
  return {
    code: 'clock_skewed',
    ...(serverTime === undefined ? {} : { serverTime: serverTime.slice(0, 100) }),
    where: [{ kind: 'elsewhere', place: 'clock' }],
    certainty: 'likely',
    ...(diagnosis.s3 ? { s3: diagnosis.s3 } : {}),
  };
}

/** The origin of the page that asks: S3's CORS rules are about it, not about us. */
function pageOrigin(request: Request): string {
  for (const text of [request.headers.get('origin'), request.headers.get('referer'), request.url]) {
    if (text && URL.canParse(text) && new URL(text).origin !== 'null') return new URL(text).origin;
  }
  return 'null';
}
