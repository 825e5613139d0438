import { refusals } from '../refusals.ts';

/**
 * Refuses a compressed body: it would be kept as if it were the file, and what is small when it arrives can be of any size then.
 *
 * @throws DiagnosisError `invalid_input`
 */
export function checkEncoding({ headers }: Request): void {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    throw refusals.invalidInput([{ path: 'content-encoding', message: 'identity' }]);
}
