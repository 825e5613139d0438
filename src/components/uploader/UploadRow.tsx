'use client';
import { memo, useRef } from 'react';
import { type AttachmentUploaderState, useUpload } from '../../hooks/index.ts';
import { RowParts, type RowPartsProps } from './RowParts.tsx';

/** Props of a row. */
export interface UploadRowProps extends Omit<RowPartsProps, 'row'> {
  getItemProps: AttachmentUploaderState['getItemProps'];
  /** Of a windowed list: pixels from its top, its place from 1, and how many there are. */
  top?: number | undefined;
  place?: number | undefined;
  count?: number | undefined;
}

/**
 * One file, always as high as every other. It follows its upload by itself, so its progress renders no other row; and where it
 * only gets another place, what stands in it is not rendered.
 * @selector [data-status] queued, sending, waiting, paused, registering, stored, failed, refused
 * @selector [data-dragging] while it is dragged to another place
 * @selector [data-upload] the id of the upload
 */
export const UploadRow = memo(function UploadRow(props: UploadRowProps) {
  const { getItemProps, top, place, count, ...parts } = props;
  const { id, uploader } = parts;
  const upload = useUpload(uploader, id);
  const row = useRef<HTMLLIElement>(null);
  if (!upload) return null;
  return (
    <li
      {...getItemProps(id)}
      ref={row}
      className="s3a-upload"
      data-status={upload.status}
      style={top === undefined ? undefined : { top }}
      aria-posinset={place}
      aria-setsize={count}
    >
      <RowParts {...parts} row={row} />
    </li>
  );
});
