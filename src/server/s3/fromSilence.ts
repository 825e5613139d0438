import type { Diagnosis, SettingsField, Where } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import { endpointOf } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** Who was asked, as far as it tells what can be wrong. */
export interface Asked extends Pick<S3Address, 'endpoint' | 'region' | 'bucket'> {
  /** The field that the endpoint was typed into. @default 'endpoint' */
  field?: 'endpoint' | 'publicBaseUrl';
}

const network: Where = { kind: 'elsewhere', place: 'network' };
const field = (name: SettingsField): Where => ({ kind: 'field', field: name });

/** Reads why a request to S3 had no answer, from the code that Node's fetch gives its error. */
export function fromSilence(edge: S3Edge, address: Asked, url: string, error: unknown): Diagnosis {
  const host = new URL(url).host;
  const code = codeIn(error);
  if (code === 'ERR_ADDRESS_NOT_ALLOWED') return endpointNotAllowed(url, address.field);
  const amazon = endpointOf(edge, address as S3Address) === null;
  // The endpoint that the backend was started with is nothing that an administrator could mend.
  const typed: Where[] = amazon
    ? [field('region')]
    : address.endpoint === null
      ? []
      : [field(address.field ?? 'endpoint')];
  const listed = regions.some((region) => region.code === address.region);

  if (code === 'ENOTFOUND' || code === 'ENODATA') {
    // A region that AWS lists has a name that resolves: then it is our own network that resolves nothing.
    return amazon && listed
      ? { code: 's3_unreachable', host, where: [network], certainty: 'likely' }
      : { code: 'host_not_found', host, where: [...typed, network], certainty: 'certain' };
  }
  // Not a certificate that is wrong, but something that speaks no TLS at all.
  const plain = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/.test(code);
  if (!plain && /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|^ERR_(?:SSL|TLS)/.test(code)) {
    const dotted = address.bucket.includes('.') && host.startsWith(`${address.bucket}.`);
    return {
      code: 'certificate_invalid',
      host,
      where: [...(amazon ? [] : typed), ...(dotted ? [field('bucket')] : []), network],
      certainty: 'certain',
    };
  }
  return {
    code: 's3_unreachable',
    host,
    where: [...(amazon && listed ? [] : typed), network],
    certainty: 'certain',
  };
}

/** The backend does not take this endpoint: its address is not public, or it was started without a fetch that could tell. */
export function endpointNotAllowed(url: string, name: Asked['field'] = 'endpoint'): Diagnosis {
  return {
    code: 'endpoint_not_allowed',
    host: new URL(url).host,
    where: [field(name)],
    certainty: 'certain',
  };
}

function codeIn(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return '';
}
