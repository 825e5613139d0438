import { readAll } from '../storage/readAll.ts';
import { malformedXml } from '../wire/S3Fault.ts';
import { type XmlElement, readXml } from '../wire/readXml.ts';
import type { S3Call } from './S3Call.ts';
import { verifiedBody } from './verifiedBody.ts';

const MIB = 1024 ** 2;

/** The XML document of a request, its bytes verified; throws MalformedXML unless its root has that name. */
export async function readXmlBody(call: S3Call, root: string): Promise<XmlElement> {
  const body = await verifiedBody(call, MIB);
  const chunks = await readAll(body.stream);
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  const document = readXml(text);
  if (document?.name !== root) throw malformedXml();
  return document;
}
