import { corsRules } from '../../../src/guide/index.ts';
import { site } from '../../server/support/createWorld.ts';
import { type CorsRule, deleteBucketCors, putBucketCors } from '../../support/rgw.ts';
import type { RgwWorld } from './createRgwWorld.ts';
import { check, oneOf, type RgwFault, surely, upload } from './RgwFault.ts';

// RGW says AccessDenied without a text, whether there is no rule or none for this page.
const refused = oneOf('cors_refused', ['step:cors'], { origin: site });
const methodRefused = (method: string) =>
  surely('cors_method_refused', ['step:cors:AllowedMethods'], { origin: site, method });
const headersRefused = (headers: string) =>
  surely('cors_header_refused', ['step:cors:AllowedHeaders'], { headers });

const none = ({ rgw, bucket }: RgwWorld) => deleteBucketCors(rgw, bucket);
/** The guide's rule with one thing changed. */
const rule = (change: Partial<CorsRule>) => (world: RgwWorld) =>
  putBucketCors(
    world.rgw,
    world.bucket,
    corsRules().map((documented) => ({ ...documented, ...change })),
  );
const otherOrigin = rule({ AllowedOrigins: ['https://desk.acme.example'] });
const withoutPut = rule({ AllowedMethods: ['HEAD', 'GET', 'DELETE'] });
const withoutHeaders = rule({ AllowedHeaders: [] });

export const cors: RgwFault[] = [
  { fault: 'no CORS configuration', expected: refused, ask: check({ make: none }) },
  { fault: 'no CORS configuration: upload', expected: refused, ask: upload({ make: none }) },
  { fault: 'origin not allowed', expected: refused, ask: check({ make: otherOrigin }) },
  { fault: 'origin not allowed: upload', expected: refused, ask: upload({ make: otherOrigin }) },
  { fault: 'method PUT not allowed', expected: methodRefused('PUT'), ask: check({ make: withoutPut }) },
  {
    fault: 'method PUT not allowed: upload',
    expected: methodRefused('PUT'),
    ask: upload({ make: withoutPut }),
  },
  {
    fault: 'method DELETE not allowed',
    expected: methodRefused('DELETE'),
    ask: check({ make: rule({ AllowedMethods: ['PUT', 'HEAD', 'GET'] }) }),
  },
  {
    fault: 'methods GET and HEAD not allowed',
    expected: methodRefused('GET, HEAD'),
    ask: check({ make: rule({ AllowedMethods: ['PUT', 'DELETE'] }) }),
  },
  {
    fault: 'header not allowed',
    expected: headersRefused('content-disposition,content-type'),
    ask: check({ make: withoutHeaders }),
  },
  {
    fault: 'header not allowed: upload',
    expected: headersRefused('content-type'),
    ask: upload({ make: withoutHeaders }),
  },
  {
    fault: 'header not allowed, and only the method PUT',
    expected: headersRefused('content-disposition,content-type'),
    ask: check({ make: rule({ AllowedHeaders: [], AllowedMethods: ['PUT'] }) }),
  },
];
