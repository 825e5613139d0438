import type { BodyOf, RegionFound } from '../../contract/index.ts';
import { type Diagnosis, fromValues } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { isRegionCode } from '../s3/objectUrl.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import { toEndpoint } from '../settings/toEndpoint.ts';
import { askBucket } from './askBucket.ts';
import { diagnosisIn } from './Outcome.ts';

/** How long S3 may take to say it, in ms. */
const patience = 5_000;

/** Asks S3 in which region a bucket is. No key is sent: even a refusal tells. */
export function detectRegion(backend: Backend): Handlers['detectRegion'] {
  return async ({ viewer, body }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { address, fault } = read(body);
    if (fault) return notFound(fault);
    try {
      const found = await askBucket({ ...backend.s3, timeout: patience }, address);
      if (found.told && !found.gone) return { status: 'found', region: found.region };
      return notFound(found.diagnosis ?? untold());
    } catch (error) {
      return notFound(diagnosisIn(error));
    }
  };
}

function read(body: BodyOf<'detectRegion'>): { address: S3Address; fault: Diagnosis | undefined } {
  const bucket = body.bucket.trim();
  const typed = body.endpoint?.trim() || null;
  const endpoint = typed && (toEndpoint(typed) ?? typed);
  const { faults } = fromValues({ bucket, endpoint: typed ?? undefined });
  const address = {
    bucket,
    region: firstRegion(body.region?.trim().toLowerCase() ?? '', endpoint !== null),
    endpoint,
    forcePathStyle: body.forcePathStyle ?? false,
  };
  return { address, fault: faults.find(({ certainty }) => certainty === 'certain') };
}

/** Where to ask first. In each partition there is one region that knows of all the others. */
function firstRegion(typed: string, custom: boolean): string {
  if (custom ? isRegionCode(typed) : regions.some(({ code }) => code === typed)) return typed;
  if (typed.startsWith('cn-')) return 'cn-north-1';
  return typed.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1';
}

/** It answered, and named no region: stores other than Amazon's need not have any. */
function untold(): Diagnosis {
  return { code: 's3_refused', where: [{ kind: 'field', field: 'region' }], certainty: 'certain' };
}

function notFound(diagnosis: Diagnosis): RegionFound {
  return { status: 'not_found', diagnosis };
}
