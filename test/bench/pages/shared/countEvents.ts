import type { UploaderEvent } from '../../../../src/engine/index.ts';
import { countOff } from './startBench.ts';

/** Counts what our uploader says has ended: stored, or failed for good. */
export function countEvents(files: number) {
  const { done, add } = countOff(files);
  const onEvent = ({ type }: UploaderEvent) => {
    if (type === 'stored') add(true);
    else if (type === 'failed' || type === 'refused') add(false);
  };
  return { done, onEvent };
}
