'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { openFile } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';

/** What is known of the bytes of an attachment. */
type StoredFileState =
  | { status: 'untouched' }
  | { status: 'downloading'; loaded: number }
  /** 404 or 410: it is not there. 403: it is not there, or nobody may read it; S3 does not tell which. */
  | { status: 'refused'; answer: number }
  /** It could not be asked, or the answer broke off: nothing is known of it. */
  | { status: 'unreachable' }
  /** It is there, and is no picture that this browser can show. */
  | { status: 'no_picture' };

/** The bytes of an attachment: saved under its own name, and what its link says where they do not come. */
export interface StoredFile {
  state: StoredFileState;
  /** Fetches it and hands it to the browser to be saved. */
  download: () => void;
  /** Asks its link why the browser shows no picture of it. */
  explain: () => void;
  /** Forgets what was found wrong; what was to be downloaded is fetched again. */
  retry: () => void;
}

const untouched: StoredFileState = { status: 'untouched' };

/** Follows the bytes of one attachment; nothing is fetched before it is asked for. */
export function useStoredFile(attachment: Pick<Attachment, 'url' | 'name' | 'size'>): StoredFile {
  const { url, name, size } = attachment;
  const [known, setKnown] = useState({ url, state: untouched });
  // What was known of another file says nothing of this one.
  const state = known.url === url ? known.state : untouched;
  const setState = useCallback((next: StoredFileState) => setKnown({ url, state: next }), [url]);
  const wanted = useRef(false);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), [url]);

  const begin = useCallback(() => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }, []);

  const download = useCallback(async () => {
    const signal = begin();
    wanted.current = true;
    setState({ status: 'downloading', loaded: 0 });
    const file = await openFile(url, signal);
    if (file.status !== 'there') {
      if (!signal.aborted) setState(file);
      return;
    }
    let percent = 0;
    try {
      const blob = await file.read((loaded) => {
        const now = Math.floor((loaded / size) * 100);
        if (now === percent || signal.aborted) return;
        percent = now;
        setState({ status: 'downloading', loaded });
      });
      if (signal.aborted) return;
      save(blob, name);
      setState(untouched);
    } catch {
      if (!signal.aborted) setState({ status: 'unreachable' });
    }
  }, [begin, setState, url, name, size]);

  const explain = useCallback(async () => {
    const signal = begin();
    wanted.current = false;
    const file = await openFile(url, signal);
    if (file.status === 'there') file.leave();
    if (!signal.aborted) setState(file.status === 'there' ? { status: 'no_picture' } : file);
  }, [begin, setState, url]);

  const retry = useCallback(() => {
    if (wanted.current) void download();
    else setState(untouched);
  }, [download, setState]);

  return { state, download, explain, retry };
}

/** Hands bytes to the browser as a download. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser takes the bytes in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
