'use client';
import { type ComponentType, memo } from 'react';
import { bucketPlaceholder, type GuideStep } from '../../../guide/index.ts';
import { AccessKeyPicture } from './AccessKeyPicture.tsx';
import { BucketPolicyPicture } from './BucketPolicyPicture.tsx';
import { CorsPicture } from './CorsPicture.tsx';
import { CreateBucketPicture } from './CreateBucketPicture.tsx';
import { IamPolicyPicture } from './IamPolicyPicture.tsx';
import { IamUserPicture } from './IamUserPicture.tsx';
import { PublicAccessPicture } from './PublicAccessPicture.tsx';
import type { PictureFacts, PictureMessages } from './pictureMessages.ts';

// Each is drawn again only when a fact changes, not with every key of the form.
const drawings: Record<GuideStep, ComponentType<PictureFacts>> = {
  'create-bucket': memo(CreateBucketPicture),
  'public-access': memo(PublicAccessPicture),
  'bucket-policy': memo(BucketPolicyPicture),
  cors: memo(CorsPicture),
  'iam-policy': memo(IamPolicyPicture),
  'iam-user': memo(IamUserPicture),
  'access-key': memo(AccessKeyPicture),
};

/** Props of a picture. */
export interface GuidePictureProps {
  /** The step that is shown. */
  step: GuideStep;
  /** What stands in the drawing; an empty bucket gives the placeholder. */
  facts: PictureFacts;
  /** Caption and text alternatives. */
  messages: PictureMessages;
}

/**
 * Our drawing of the page of the AWS console where a step is done, with what to click marked in the order of clicking.
 * @selector [data-step] the step that is shown
 */
export function GuidePicture({ step, facts, messages }: GuidePictureProps) {
  const Drawing = drawings[step];
  const filled = { ...facts, bucket: facts.bucket || bucketPlaceholder };
  return (
    <figure className="s3a-picture" data-step={step}>
      {/* The label is in the page's language, the drawing below it in AWS's. */}
      <div role="img" aria-label={messages.alternative[step](filled)}>
        <Drawing {...filled} />
      </div>
      <figcaption className="s3a-hint">{messages.caption}</figcaption>
    </figure>
  );
}
