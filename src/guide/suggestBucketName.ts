import { bucketNameProblems } from './bucketNameProblems.ts';

// An address, or a key in the wrong field: nothing to make a name of.
const foreign = /[/:+=@?&]|^(?:A[KS]IA[A-Z\d]{16}|(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{40})$/;

/** The nearest name that AWS takes, for a name that it does not take; `null` where none comes out, or none is needed. */
export function suggestBucketName(name: string): string | null {
  if (bucketNameProblems(name).length === 0 || foreign.test(name)) return null;
  const suggestion = name
    .slice(0, 1024)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/^(?:\d+\.){3}\d+$/, (address) => address.replaceAll('.', '-'))
    .replace(/[^a-z\d.]+/g, '-')
    .replace(/\.[.-]*\.|-\./g, '.')
    .replace(/\.-/g, '.')
    .replace(/^[.-]+/, '')
    .slice(0, 63)
    .replace(/[.-]+$/, '');
  return suggestion !== '' && bucketNameProblems(suggestion).length === 0 ? suggestion : null;
}
