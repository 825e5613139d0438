import { S3Fault, invalidRequest, malformedXml } from '../wire/S3Fault.ts';
import { childText } from '../wire/readXml.ts';
import type { XmlNode } from '../wire/xml.ts';
import { removeObject } from './deleteObject.ts';
import { readXmlBody } from './readXmlBody.ts';
import type { S3Call } from './S3Call.ts';
import { hasIntegrityHeader } from './verifiedBody.ts';
import { xmlResponse } from './xmlResponse.ts';

/** DeleteObjects: 200 even when single keys were refused; those carry an `<Error>` each. */
export async function deleteObjects(call: S3Call): Promise<Response> {
  if (!hasIntegrityHeader(call))
    throw invalidRequest('Missing required header for this request: Content-MD5');
  const document = await readXmlBody(call, 'Delete');
  const objects = document.children.filter((child) => child.name === 'Object');
  if (objects.length === 0 || objects.length > 1000) throw malformedXml();
  const quiet = childText(document, 'Quiet') === 'true';

  const deleted: XmlNode[] = [];
  const errors: XmlNode[] = [];
  for (const object of objects) {
    const key = object.children.find((child) => child.name === 'Key')?.text;
    if (!key) throw malformedXml();
    const version = childText(object, 'VersionId');
    const named = { Key: key, VersionId: version ?? undefined };
    try {
      const headers = await removeObject(call, key, version);
      deleted.push({ ...named, DeleteMarker: headers['x-amz-delete-marker'] });
    } catch (error) {
      if (!(error instanceof S3Fault)) throw error;
      errors.push({ ...named, Code: error.code, Message: error.message });
    }
  }
  return xmlResponse('DeleteResult', { Deleted: quiet ? [] : deleted, Error: errors });
}
