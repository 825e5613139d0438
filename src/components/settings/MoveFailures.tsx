'use client';
import { useMemo, useState } from 'react';
import type { MoveFailure } from '../../contract/index.ts';
import { Disclosure } from '../primitives/Disclosure.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fullVerdict } from './causesOf.ts';
import type { MovePartMessages } from './moveMessages.ts';

/** Props of the list. */
export interface MoveFailuresProps {
  /** The first of them. */
  failures: readonly MoveFailure[];
  /** How many there are. */
  count: number;
  messages: MovePartMessages;
  locale: string | undefined;
}

/** The attachments that could not be moved, by their causes. */
export function MoveFailures({ failures, count, messages, locale }: MoveFailuresProps) {
  const words = messages.move;
  const [open, setOpen] = useState(false);
  const causes = useMemo(() => groupsOf(failures), [failures]);
  return (
    <Disclosure title={words.failures(count)} open={open} onOpenChange={setOpen}>
      <ul className="s3a-move-failures">
        {causes.map((group) => (
          <Cause key={group[0].diagnosis.code} failures={group} messages={messages} locale={locale} />
        ))}
        {count > failures.length && <li className="s3a-hint">{words.more(count - failures.length)}</li>}
      </ul>
    </Disclosure>
  );
}

type Group = [MoveFailure, ...MoveFailure[]];

/** What failed for the same cause stands together; the cause is told as of the first. */
function groupsOf(failures: readonly MoveFailure[]): Group[] {
  const groups = new Map<string, Group>();
  for (const failure of failures) {
    const group = groups.get(failure.diagnosis.code);
    if (group) group.push(failure);
    else groups.set(failure.diagnosis.code, [failure]);
  }
  return [...groups.values()];
}

function Cause(props: { failures: Group; messages: MovePartMessages; locale: string | undefined }) {
  const { failures, messages, locale } = props;
  const [{ diagnosis }] = failures;
  const verdict = useMemo(() => fullVerdict(diagnosis), [diagnosis]);
  const said = useVerdictWords(verdict, messages);
  const own = JSON.stringify(diagnosis);
  // Such as a size: then the sentence would be true of one file only.
  const alike = failures.every((failure) => JSON.stringify(failure.diagnosis) === own);
  return (
    <li data-code={diagnosis.code}>
      {said && (
        <>
          <strong>{said.title}</strong>
          {alike && <span className="s3a-hint">{said.cause}</span>}
        </>
      )}
      <ul>
        {failures.map(({ attachmentId, name, ticketId, size }) => (
          <li key={attachmentId}>
            <bdi>{messages.move.failure({ name, ticketId, size: formatBytes(size, locale) })}</bdi>
          </li>
        ))}
      </ul>
    </li>
  );
}
