import { buckets } from './buckets.ts';
import { cors } from './cors.ts';
import { credentials } from './credentials.ts';
import { endpoints } from './endpoints.ts';
import { policies } from './policies.ts';
import { requests } from './requests.ts';

/** Every fault of `s3-faults.md` that RGW can be brought to. */
export const rgwFaults = [...credentials, ...buckets, ...policies, ...cors, ...endpoints, ...requests];

// What RGW cannot be brought to, and the fake S3 is there for:
//
// - temporary credentials, expired or malformed; the key of the root user; all that STS says (key unknown, secret wrong, skew, P1
//   against S3): RGW has no GetCallerIdentity, and its keys have no account to be root of. An inactive key: RGW deletes or suspends.
// - wrong region in the signature, wrong regional host, a region that does not exist: RGW checks no region and has no hosts for
//   them; its 301 (a row above) names an address only. A dotted bucket over https: it is not asked by https.
// - what is named in the long AccessDenied text: RGW has none. Organisation policies: none either.
// - AllAccessDisabled: only AWS's own buckets. Key and bucket of two accounts: policies reach across accounts.
// - private links without s3:GetObject: an uploader owns its objects and reads them all the same; a deny takes its place (a row above).
// - large files without s3:ListMultipartUploadParts: who began an upload may list its parts; a deny takes its place (rows above).
// - Block Public Access over a policy that is there: RestrictPublicBuckets is kept and not enforced. BlockPublicAcls refuses every
//   PUT, which no S3 of Amazon's does.
// - ACL headers that a bucket does not take: every bucket takes them. KMS and locked versions: no key server, and the guide's
//   documents allow no deleting of versions.
// - EntityTooLarge over 5 GiB: RGW's limit is set to 1 MiB instead (a row above). Throttling, InternalError: not at will.
// - a key over 1,024 bytes: our API makes none, and RGW refuses one (InvalidObjectName) where a browser may not read it.
// - a URL from a fast clock: RGW takes it (a row above shows where the clock is told after all).
// - ExposeHeaders: a note of a check that passes. CSP, offline, a proxy, TLS inspection: nothing that RGW takes part in.
