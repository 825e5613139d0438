import type { Diagnosis, Where } from '../../diagnosis/index.ts';

const action = 's3:GetObject';

/** The key may put but not read, and private links are signed with it: S3 does not always say that this is the permission that is missing. */
export function signedReadRefused(refused: Diagnosis): Diagnosis {
  // What is refused may also be the key of an encryption, and who refuses may be the bucket's owner: S3 has said so.
  if (refused.code !== 'access_denied' || (refused.action ?? action) !== action) return refused;
  if (!refused.where.some((one) => one.kind === 'step' && one.step === 'iam-policy')) return refused;
  const where: Where[] = [{ kind: 'step', step: 'iam-policy', part: 'Action' }];
  // A store that tells no reason may mean a denial in the bucket policy too.
  if (refused.action === undefined) where.push({ kind: 'step', step: 'bucket-policy' });
  const certainty = refused.certainty === 'certain' ? 'certain' : 'likely';
  return { ...refused, action, where, certainty };
}
