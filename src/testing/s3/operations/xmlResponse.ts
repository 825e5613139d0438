import { type XmlNode, xml } from '../wire/xml.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A successful answer with a body in S3's namespace. */
export function xmlResponse(
  root: string,
  children: XmlNode | string,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(xml(root, children, namespace), {
    status: init.status ?? 200,
    headers: { 'content-type': 'application/xml', ...init.headers },
  });
}
