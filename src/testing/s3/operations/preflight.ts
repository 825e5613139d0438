import { corsHeaders, findCorsRule, requestedHeaders } from '../access/corsHeaders.ts';
import type { FakeBucket } from '../account/FakeAccount.ts';
import { S3Fault } from '../wire/S3Fault.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

/** Answers a CORS preflight from the bucket's rules; nobody needs to be signed in for it. */
export function preflight(
  request: Request,
  bucket: FakeBucket | null,
  resourceType: 'BUCKET' | 'OBJECT',
): Response {
  const origin = request.headers.get('origin');
  const method = request.headers.get('access-control-request-method');
  if (origin === null) {
    throw new S3Fault(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  }
  if (method === null || !METHODS.includes(method)) {
    throw new S3Fault(400, 'BadRequest', `Invalid Access-Control-Request-Method: ${method}`);
  }
  const refused = (message: string) =>
    new S3Fault(403, 'AccessForbidden', `CORSResponse: ${message}`, {
      Method: method,
      ResourceType: resourceType,
    });
  if (!bucket) throw refused('Bucket not found');
  if (!bucket.cors || bucket.cors.length === 0) throw refused('CORS is not enabled for this bucket.');
  const question = {
    origin,
    method,
    headers: requestedHeaders(request.headers.get('access-control-request-headers')),
  };
  const rule = findCorsRule(bucket.cors, question);
  if (!rule) {
    throw refused(
      "This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  return new Response(null, { status: 200, headers: corsHeaders(rule, question) });
}
