'use client';
import { memo, type RefObject, useEffect, useState } from 'react';
import { type AttachmentUploaderState, type Hold, type Upload, useUpload } from '../../hooks/index.ts';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fractionOf, statusText } from './statusText.ts';
import { NameEditor } from './NameEditor.tsx';
import { RowActions } from './RowActions.tsx';
import { RowGrip } from './RowGrip.tsx';
import type { Shown } from './Shown.ts';
import { Thumbnail } from './Thumbnail.tsx';

/** Props of what stands in a row. */
export interface RowPartsProps {
  id: string;
  uploader: AttachmentUploaderState['uploader'];
  remove: AttachmentUploaderState['remove'];
  move: AttachmentUploaderState['move'];
  shown: Shown;
  /** What all files wait for. */
  hold: Hold | null;
  /** There are others that it may change places with. */
  movable: boolean;
  /** Its controls can be reached by Tab. */
  tabbable: boolean;
  /** The row that it stands in. */
  row: RefObject<HTMLElement | null>;
}

/** What stands in the row of one file. Rendered when that file changes, not when the row gets another place. */
export const RowParts = memo(function RowParts(props: RowPartsProps) {
  const { id, uploader, remove, move, shown, hold, movable, tabbable, row } = props;
  const { messages, formats, announce } = shown;
  const upload = useUpload(uploader, id);
  const [renaming, setRenaming] = useState<'no' | 'resume' | 'stay'>('no');
  const words = messages.uploader;
  const title = useVerdictWords(upload ? verdictOf(upload) : null, messages)?.title ?? null;
  const unmeasured = upload?.size === null;

  useEffect(() => {
    if (!unmeasured) return;
    // Behind the first picture: the browser asks the disk.
    const timer = setTimeout(() => uploader.measure(id));
    return () => clearTimeout(timer);
  }, [uploader, id, unmeasured]);

  if (!upload) return null;
  const { name, status, size } = upload;
  const endRenaming = (to: string | null) => {
    if (to !== null) {
      announce(uploader.rename(id, to) ? words.announceRenamed(to) : words.announceNotRenamed(name));
    }
    if (renaming === 'resume') uploader.resume(id);
    const hadFocus = row.current?.contains(document.activeElement);
    setRenaming('no');
    // Once the field has made room for the name.
    if (hadFocus) {
      requestAnimationFrame(() => {
        const controls = row.current?.querySelectorAll<HTMLElement>(
          '[data-control=rename], [data-control=remove]',
        );
        controls?.[0]?.focus();
      });
    }
  };
  const text = statusText(upload, words, formats, title, hold);
  const moving = status === 'sending' || status === 'registering';
  return (
    <>
      <span className="s3a-upload-picture">
        <Thumbnail file={upload.file} type={upload.type} status={status} />
        {movable && (
          <RowGrip label={words.move(name)} tabIndex={tabbable ? 0 : -1} move={(by) => move(id, by)} />
        )}
      </span>
      <span className="s3a-upload-text">
        {renaming === 'no' ? (
          <span className="s3a-upload-name" title={name}>
            <bdi>{name}</bdi>
          </span>
        ) : (
          <NameEditor name={name} label={words.newName(name)} onEnd={endRenaming} />
        )}
        <span className="s3a-upload-meta" title={`${upload.folder}${text}`}>
          {upload.folder !== '' && (
            <>
              <bdi>{upload.folder}</bdi>
              <span aria-hidden="true"> · </span>
            </>
          )}
          {size !== null && !(status === 'sending' && upload.loaded > 0) && (
            <>
              <bdi>{formats.bytes(size)}</bdi>
              <span aria-hidden="true"> · </span>
            </>
          )}
          <bdi className="s3a-upload-status">{text}</bdi>
          {upload.duplicateOf !== null && uploader.getUpload(upload.duplicateOf) && (
            <span className="s3a-upload-same"> · {words.duplicate}</span>
          )}
        </span>
      </span>
      <RowActions
        upload={upload}
        uploader={uploader}
        remove={remove}
        shown={shown}
        tabIndex={tabbable ? 0 : -1}
        onRename={() => {
          setRenaming(status === 'paused' ? 'stay' : 'resume');
          // It must not be sent under its old name while the new one is typed.
          uploader.pause(id);
        }}
        renaming={renaming !== 'no'}
      />
      {(moving || status === 'paused' || status === 'waiting') && (
        <span
          className="s3a-bar"
          role="progressbar"
          aria-label={words.progress(name)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(fractionOf(upload) * 100)}
          style={{ backgroundSize: `${fractionOf(upload) * 100}%` }}
        />
      )}
    </>
  );
});

function verdictOf(upload: Upload) {
  if (upload.status === 'failed') return upload.verdict;
  return upload.status === 'stored' ? upload.notice : null;
}
