'use client';
import { useId } from 'react';
import type { AttachmentUploaderState } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import type { UploaderMessages } from './uploaderMessages.ts';

/** Props of the line. */
export interface PickLineProps {
  state: AttachmentUploaderState;
  words: UploaderMessages['uploader'];
  /** Only one file is taken: no folders. */
  single: boolean;
  /** Pictures are taken. */
  camera: boolean;
}

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
        <Icon name="paperclip" />
        {words.choose}
      </button>
      {camera && (
        <Button
          variant="quiet"
          className="s3a-icon-button s3a-pick-camera"
          aria-label={words.camera}
          title={words.camera}
          onClick={state.openCamera}
        >
          <Icon name="camera" />
        </Button>
      )}
      {!single && (
        <Button
          variant="quiet"
          className="s3a-icon-button s3a-pick-folder"
          aria-label={words.folder}
          title={words.folder}
          onClick={state.openFolder}
        >
          <Icon name="folder" />
        </Button>
      )}
      <span className="s3a-hint" id={hint}>
        {words.hint}
      </span>
      <input {...state.getInputProps()} />
    </div>
  );
}
