import type { S3Request } from '../../src/diagnosis/index.ts';

/** One line for each result that differs from the ones before. */
export function written(cases: readonly (readonly [label: string, result: unknown])[]): string {
  const lines = new Map<string, string>();
  for (const [label, result] of cases) {
    const text = JSON.stringify(result);
    if (!lines.has(text)) lines.set(text, `${label}\n    ${text}\n`);
  }
  return [...lines.values()].join('');
}

/** What may be asked of S3, by what is particular about it. */
export const requests: Record<string, S3Request> = {
  PUT: { operation: 'PUT', bucket: 'acme', region: 'eu-central-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
  DELETE: { operation: 'DELETE', bucket: 'acme', region: 'eu-central-1' },
  GET: { operation: 'GET', bucket: 'acme', region: 'eu-central-1' },
  'GET by anybody': { operation: 'GET', bucket: 'acme', region: 'eu-central-1', unsigned: true },
  'HEAD by anybody': { operation: 'HEAD', bucket: 'acme', region: 'eu-central-1', unsigned: true },
  'PUT by anybody': { operation: 'PUT', bucket: 'acme', region: 'eu-central-1', unsigned: true },
  'PUT of 7 bytes to another store': {
    operation: 'PUT',
    bucket: 'acme',
    region: '',
    accessKeyId: 'minio',
    custom: true,
    host: 's3.acme.example',
    size: 7,
  },
  'PUT to Amazon': { operation: 'PUT', bucket: 'acme', region: 'eu-central-1', custom: false, host: 'h' },
  'PUT with a secret as its key': {
    operation: 'PUT',
    bucket: 'acme',
    region: 'eu-central-1',
    accessKeyId: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  'PUT with a strange key': { operation: 'PUT', bucket: 'acme', region: 'x', accessKeyId: 'AKIA ?' },
  'PUT with a short key': { operation: 'PUT', bucket: 'acme', region: 'x', accessKeyId: 'AKIA' },
};

/** What S3 says. */
export const error = (code: string, message = '', extra = '') =>
  `<Error><Code>${code}</Code>${message && `<Message>${message}</Message>`}${extra}<RequestId>R1</RequestId></Error>`;
