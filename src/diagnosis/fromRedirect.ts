import type { Diagnosis } from './Diagnosis.ts';
import { known, plainAddress, plainText } from './plainText.ts';
import { element, type S3Answer, s3Facts } from './S3Answer.ts';
import type { S3Request } from './S3Request.ts';
import { elsewhere, field } from './where.ts';

/** The bucket lies in another region than the one that was entered. */
export function regionWrong(
  request: { region: string },
  found: string | undefined,
  s3?: Diagnosis['s3'],
): Diagnosis {
  // A redirect that names the very region that was used tells no better one.
  const expected = found === request.region || !isRegion(found) ? undefined : found;
  return {
    code: 'region_wrong',
    region: plainText(request.region),
    ...known('expected', expected),
    where: [field('region')],
    certainty: expected === undefined ? 'likely' : 'certain',
    ...(s3 ? { s3 } : {}),
  };
}

/** The region that an answer names as the bucket's: in an element, a header, its text, or the address that it leads to. */
export function regionNamed(answer: S3Answer): string | undefined {
  const message = element(answer.body, 'Message') ?? '';
  const named =
    element(answer.body, 'Region') ??
    answer.headers?.['x-amz-bucket-region'] ??
    /\bregion\b[^;]{0,200}; expecting '([a-z\d-]{2,32})'/i.exec(message)?.[1] ??
    regionIn(element(answer.body, 'Endpoint')) ??
    regionIn(answer.headers?.['location']);
  return isRegion(named) ? named : undefined;
}

/** Reads an answer that leads elsewhere: S3's own to the bucket's region, or somebody else's. */
export function fromRedirect(answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  const region = regionNamed(answer);
  const location = answer.headers?.['location'];
  const s3s = /Redirect|Location/.test(s3.code ?? '') || (region !== undefined && region !== request.region);
  if (s3s || (location === undefined && !request.custom)) return regionWrong(request, region, s3);
  return {
    code: 'endpoint_redirects',
    ...known('host', request.host),
    ...known('location', plainAddress(location ?? '')),
    // Amazon sends nobody away like this: something stands in front of it.
    where: request.custom === false ? [elsewhere('network')] : [field('endpoint')],
    certainty: 'certain',
    s3,
  };
}

function regionIn(address: string | undefined): string | undefined {
  return /\bs3[.-](?:dualstack\.)?([a-z]{2,4}(?:-[a-z]+)+-\d+)\./.exec(address?.slice(0, 2048) ?? '')?.[1];
}

function isRegion(text: string | undefined): text is string {
  return text !== undefined && /^[a-z\d-]{2,32}$/.test(text);
}
