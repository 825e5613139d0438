'use client';
import { useState } from 'react';
import { loadOnce } from '../../../diagnosis/index.ts';
import type { GuideFacts } from '../../../guide/index.ts';
import { useLoaded } from '../../../hooks/index.ts';
import { Disclosure } from '../../primitives/Disclosure.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';

/** The documents of *Do it in one go*; loaded before somebody opens them. */
export const lateTabs = /* @__PURE__ */ loadOnce(() => import('./ShortcutTabs.tsx'));

/** *Do it in one go*: a script, a template or a module that does all steps with the same documents. */
export function Shortcuts({ messages, facts }: { messages: GuidePartMessages; facts: GuideFacts }) {
  const words = messages.shortcut;
  const [open, setOpen] = useState(false);
  const ready = facts.bucket !== '' && facts.region !== '';
  const late = useLoaded(lateTabs, Number(open));
  return (
    <Disclosure
      className="s3a-shortcuts"
      open={open}
      onOpenChange={setOpen}
      title={
        <span className="s3a-step-title">
          {words.title} <br />
          <span className="s3a-hint">{words.subtitle}</span>
        </span>
      }
    >
      <div className="s3a-step-body">
        <p>{words.intro}</p>
        {!ready && <p className="s3a-hint">{words.needsBucket}</p>}
        {ready &&
          (late ? (
            <late.ShortcutTabs messages={messages} facts={facts} />
          ) : (
            <div className="s3a-step-late" aria-busy="true" />
          ))}
      </div>
    </Disclosure>
  );
}
