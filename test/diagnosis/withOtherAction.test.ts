import { describe, expect, it } from 'vitest';
import { fromS3Error, withOtherAction } from '../../src/diagnosis/index.ts';
import { answer, denied, placed, put } from './s3Answers.ts';

const identity = 'because no identity-based policy allows the s3:PutObject action';
const action = ['step:iam-policy:Action'];

describe('the other action', () => {
  const bare = fromS3Error(answer(403, 'AccessDenied', 'Access Denied'), put);
  const long = fromS3Error(denied(identity), put);

  it('leaves only Action when it was allowed', () => {
    expect(withOtherAction(long, 'allowed')).toMatchObject({ otherAction: 'allowed', certainty: 'certain' });
    expect(placed(withOtherAction(long, 'allowed').where)).toEqual(action);
    // Who is told nothing may be denied by the bucket's policy too.
    expect(placed(withOtherAction(bare, 'allowed').where)).toEqual([...action, 'step:bucket-policy']);
    expect(withOtherAction(bare, 'allowed').certainty).toBe('likely');
  });

  it('leaves Resource and the user before Action when it was refused too', () => {
    const ranked = ['step:iam-policy:Resource', 'step:iam-user', 'step:iam-policy:Action'];
    expect(placed(withOtherAction(long, 'refused').where)).toEqual(ranked);
    expect(placed(withOtherAction(bare, 'refused').where)).toEqual([
      ...ranked,
      'step:bucket-policy',
      'field:bucket',
    ]);
  });

  it.each(['an identity-based', 'a resource-based', 'a session'])(
    'changes nothing in what %s policy denies',
    (kind) => {
      const diagnosis = fromS3Error(denied(`with an explicit deny in ${kind} policy`), put);
      expect(withOtherAction(diagnosis, 'refused').where).toEqual(diagnosis.where);
      expect(withOtherAction(diagnosis, 'allowed').where).toEqual(diagnosis.where);
    },
  );

  it('says nothing of other causes', () => {
    const missing = fromS3Error(answer(404, 'NoSuchBucket'), put);
    expect(withOtherAction(missing, 'refused')).toBe(missing);
  });
});
