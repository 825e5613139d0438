import { element, type S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** A part that S3 has. */
interface StoredPart {
  number: number;
  /** Bytes. */
  size: number;
  /** Without quotes. */
  etag: string;
}

/** All parts in the order of their numbers, or S3's first answer that was not a page of them. */
export type PartList = { status: 'listed'; parts: StoredPart[] } | { status: 'refused'; answer: S3Answer };

/** A thousand parts with checksums are half as long. */
const maxBody = 1024 ** 2;

/** Ten pages hold ten thousand parts; a store of smaller pages needs more. */
const maxPages = 100;

/** Asks which parts of an upload S3 has, page by page. Needs `s3:ListMultipartUploadParts`, which the documented policy grants for large files only. */
export async function listParts(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
): Promise<PartList> {
  const parts: StoredPart[] = [];
  let marker = 0;
  for (let page = 0; page < maxPages; page++) {
    const query = new URLSearchParams({
      'max-parts': '1000',
      'part-number-marker': String(marker),
      uploadId,
    });
    const message = {
      method: 'GET',
      url: `${objectUrl(edge, connection, key)}?${query}`,
      headers: {},
    } as const;
    const signed = await signMessage(message, connection, edge.now());
    const answer = await send(edge, connection, { ...signed, maxBody });
    const body = answer.body ?? '';
    if (answer.status !== 200 || !/<(?:\w{1,32}:)?ListPartsResult[\s>]/.test(body))
      return { status: 'refused', answer };
    const found = partsIn(body);
    parts.push(...found);
    // What follows the parts may be far from the beginning of a long page.
    const next = Math.max(marker, ...found.map(({ number }) => number));
    if (!/<(?:\w{1,32}:)?IsTruncated>\s*true\s*</.test(body) || next === marker) break;
    marker = next;
  }
  return { status: 'listed', parts };
}

function partsIn(body: string): StoredPart[] {
  const blocks = body.match(/<(?:\w{1,32}:)?Part>[^]*?<\/(?:\w{1,32}:)?Part>/g) ?? [];
  return blocks
    .map((block) => ({
      number: Number(element(block, 'PartNumber')),
      size: Number(element(block, 'Size')),
      etag: (element(block, 'ETag') ?? '').replaceAll('"', ''),
    }))
    .filter(({ number, size }) => Number.isInteger(number) && Number.isInteger(size));
}
