'use client';
import { useId } from 'react';
import type { AttachmentUploaderState } from '../../hooks/index.ts';
import { Drawing } from '../primitives/Drawing.tsx';
import type { PickMessages } from './pickMessages.ts';

/** Props of the line. */
export interface PickLineProps {
  state: AttachmentUploaderState;
  words: PickMessages;
  /** Only one file is taken: no folders. */
  single: boolean;
  /** Pictures are taken. */
  camera: boolean;
}

// Not among the icons: those come with the rows.
const paths = {
  paperclip:
    'm13 7.4-5.2 5.2a3.1 3.1 0 0 1-4.4-4.4l5.6-5.6a2.1 2.1 0 0 1 3 3L6.6 11a1.05 1.05 0 0 1-1.5-1.5l4.8-4.8',
  camera:
    'M1.75 12.75v-8h2.75l1.25-2h4.5l1.25 2h2.75v8Zm6.25-1.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Z',
  folder: 'M1.75 12.75v-9.5h4.5l1.5 1.75h6.5v7.75Z',
};

/** How files come in: the button, a folder where there is a desktop, the camera where there is a touch screen, and the hint. */
export function PickLine({ state, words, single, camera }: PickLineProps) {
  const hint = useId();
  return (
    <div className="s3a-pick">
      <button
        {...state.getTriggerProps()}
        className="s3a-button"
        data-variant="secondary"
        aria-describedby={hint}
      >
        <Drawing path={paths.paperclip} />
        {words.choose}
      </button>
      {camera && <Other as="camera" label={words.camera} onClick={state.openCamera} />}
      {!single && <Other as="folder" label={words.folder} onClick={state.openFolder} />}
      <span className="s3a-hint" id={hint}>
        {words.hint}
      </span>
      <input {...state.getInputProps()} />
    </div>
  );
}

/** A plain button: ours, which can be busy, comes with the rows. */
function Other({ as, label, onClick }: { as: 'camera' | 'folder'; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className={`s3a-button s3a-icon-button s3a-pick-${as}`}
      data-variant="quiet"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Drawing path={paths[as]} />
    </button>
  );
}
