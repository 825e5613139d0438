import { bucketNameProblems } from './bucketNameProblems.ts';

/** What stands in a document in place of a key prefix that can be none, or is half typed: left out, it would open the whole bucket. */
export const keyPrefixPlaceholder = 'YOUR-KEY-PREFIX/';

const folders = /^(?!(?:.*\/)?\.{1,2}\/)(?:[\w!.'()-]+\/)*$/;
const regionCode = /^[a-z][a-z\d-]{1,31}$/;

/** The values of the form that stand in the documents. */
type Typed = Record<'bucket' | 'region' | 'keyPrefix', string>;

/** Makes what is typed fit to stand in a document: a bucket or region that can be none is empty, a key prefix its placeholder. */
export function fitFacts<F extends Partial<Typed>>(typed: F): F & Typed {
  const fit = (value = '', fits: (text: string) => boolean, otherwise = '') =>
    fits(value.trim()) ? value.trim() : otherwise;
  return {
    ...typed,
    bucket: fit(typed.bucket, (name) => bucketNameProblems(name).length === 0),
    region: fit(typed.region, (code) => regionCode.test(code)),
    keyPrefix: fit(
      typed.keyPrefix,
      (prefix) => prefix.length <= 200 && folders.test(prefix),
      keyPrefixPlaceholder,
    ),
  };
}
