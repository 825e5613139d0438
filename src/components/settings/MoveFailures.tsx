'use client';
import { useMemo, useState } from 'react';
import type { MoveFailure } from '../../contract/index.ts';
import { Disclosure } from '../primitives/Disclosure.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fullVerdict } from './causesOf.ts';
import type { SettingsMessages } from './settingsMessages.ts';

/** Props of the list. */
export interface MoveFailuresProps {
  /** The first of them. */
  failures: readonly MoveFailure[];
  /** How many there are. */
  count: number;
  messages: SettingsMessages;
  locale: string | undefined;
}

/** The attachments that could not be moved, each with its cause and what can be done. */
export function MoveFailures({ failures, count, messages, locale }: MoveFailuresProps) {
  const words = messages.move;
  const [open, setOpen] = useState(false);
  return (
    <Disclosure title={words.failures(count)} open={open} onOpenChange={setOpen}>
      <ul className="s3a-move-failures">
        {failures.map((failure) => (
          <Failure key={failure.attachmentId} failure={failure} messages={messages} locale={locale} />
        ))}
        {count > failures.length && <li className="s3a-hint">{words.more(count - failures.length)}</li>}
      </ul>
    </Disclosure>
  );
}

function Failure(props: { failure: MoveFailure; messages: SettingsMessages; locale: string | undefined }) {
  const { failure, messages, locale } = props;
  const { name, ticketId, size, diagnosis } = failure;
  const verdict = useMemo(() => fullVerdict(diagnosis), [diagnosis]);
  const said = useVerdictWords(verdict, messages);
  return (
    <li data-code={diagnosis.code}>
      <bdi>{messages.move.failure({ name, ticketId, size: formatBytes(size, locale) })}</bdi>
      {said && (
        <span className="s3a-hint">
          {said.title}. {said.cause}
        </span>
      )}
    </li>
  );
}
