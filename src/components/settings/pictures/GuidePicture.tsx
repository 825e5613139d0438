'use client';
import { bucketPlaceholder, type GuideStep } from '../../../guide/index.ts';
import type { PictureFacts, PictureMessages } from './pictureMessages.ts';

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
  const filled = { ...facts, bucket: facts.bucket || bucketPlaceholder };
  return (
    <figure className="s3a-picture" data-step={step}>
      <div role="img" aria-label={messages.alternative[step](filled)} />
      <figcaption className="s3a-hint">{messages.caption}</figcaption>
    </figure>
  );
}
