'use client';
import { useEffect, useRef, useState } from 'react';
import { helpVideo } from '../../../guide/index.ts';
import { Button } from '../../primitives/Button.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';

/** The help video of the source document: nothing of it is loaded before it is asked for. */
export function HelpVideo({ messages }: { messages: GuidePartMessages }) {
  const words = messages.guidePanel;
  const [shown, setShown] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (shown) frame.current?.focus();
  }, [shown]);
  return (
    <div className="s3a-video">
      {shown ? (
        <iframe
          ref={frame}
          src={helpVideo.embedUrl}
          title={words.videoTitle}
          allow="encrypted-media; picture-in-picture; fullscreen"
          referrerPolicy="strict-origin-when-cross-origin"
        />
      ) : (
        <Button onClick={() => setShown(true)}>
          <Icon name="play" />
          {words.video}
        </Button>
      )}
      <p className="s3a-hint">
        {words.videoHint}{' '}
        <a className="s3a-link" href={helpVideo.watchUrl} target="_blank" rel="noreferrer">
          {words.videoOpen}
        </a>
      </p>
    </div>
  );
}
