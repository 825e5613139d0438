'use client';
import { useEffect, useRef, useState } from 'react';
import type { Upload } from '../../hooks/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { createThumbnail, mayHaveThumbnail } from './createThumbnail.ts';
import { fileIcon } from './fileIcon.ts';

/** Props of the small picture. */
export interface ThumbnailProps {
  file: File | null;
  type: string;
  status: Upload['status'];
}

/** A small picture of a file that is one, made when it is shown; else a drawing of its kind. How it went is drawn into its corner. */
export function Thumbnail({ file, type, status }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const picture = file !== null && mayHaveThumbnail(type);

  useEffect(() => {
    if (!file || !picture || !canvas.current) return;
    const abort = new AbortController();
    void createThumbnail(file, canvas.current, abort.signal).then((done) => done && setDrawn(true));
    return () => abort.abort();
  }, [file, picture]);

  const mark =
    status === 'stored' ? 'check' : status === 'failed' || status === 'refused' ? 'exclamation' : null;
  return (
    <span className="s3a-thumb">
      {picture && <canvas ref={canvas} hidden={!drawn} aria-hidden="true" />}
      {!drawn && <Icon name={fileIcon(type)} size={20} />}
      {mark && (
        <span className="s3a-thumb-mark">
          <Icon name={mark} size={12} />
        </span>
      )}
    </span>
  );
}
