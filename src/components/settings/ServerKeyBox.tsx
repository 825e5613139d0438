'use client';
import { type RefObject, useMemo } from 'react';
import type { ServerKey } from '../../contract/index.ts';
import { wordsFor } from '../../diagnosis/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fullVerdict } from './causesOf.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of the server's access key. */
export interface ServerKeyBoxProps {
  serverKey: ServerKey;
  messages: WorkspaceMessages;
  /** For the focus: links to the fields of the key lead here. */
  box: RefObject<HTMLDivElement | null>;
}

/**
 * Stands where the fields of the access key would: the server brings it by itself.
 * @selector [data-state] ready, failed
 */
export function ServerKeyBox({ serverKey, messages, box }: ServerKeyBoxProps) {
  const words = messages.form.serverKey;
  const failed = serverKey.status === 'failed' ? serverKey.diagnosis : null;
  const verdict = useMemo(() => failed && fullVerdict(failed), [failed]);
  const inFull = useVerdictWords(verdict, messages);
  // Until the words are there, those for everybody hold their place unseen.
  const told = verdict && (inFull ?? wordsFor(verdict, messages));
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={words.title}
      className="s3a-server-key"
      data-state={serverKey.status}
    >
      <Icon name={failed ? 'alert' : 'check'} />
      <div>
        <p className="s3a-label">{words.title}</p>
        <p>{words.from[serverKey.from]}</p>
        {serverKey.status === 'ready' && (
          <p>
            {words.now} <code dir="ltr">{serverKey.accessKeyId}</code>
          </p>
        )}
        {told ? (
          <div
            className="s3a-server-key-failed"
            data-code={failed?.code}
            aria-busy={inFull ? undefined : true}
          >
            <p>
              <strong>{messages.alert.sentence(told.title)}</strong> {told.cause}
            </p>
            {told.remedy.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : (
          <p className="s3a-hint">{words.hint}</p>
        )}
      </div>
    </div>
  );
}
