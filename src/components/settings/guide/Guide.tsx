'use client';
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CheckReport } from '../../../contract/index.ts';
import type { SettingsTarget } from '../../../diagnosis/index.ts';
import { type GuideFacts, type GuideStep, guideSteps } from '../../../guide/index.ts';
import { useLoaded } from '../../../hooks/index.ts';
import { useEarly } from '../../primitives/useEarly.ts';
import type { GuidePartMessages } from '../guideMessages.ts';
import { GuideStepItem, lateStep } from './GuideStepItem.tsx';
import type { GuideStepState } from './guideStates.ts';
import { HelpVideo } from './HelpVideo.tsx';
import { lateTabs, Shortcuts } from './Shortcuts.tsx';

/** Props of the guide. */
export interface GuideProps {
  messages: GuidePartMessages;
  /** What is typed, as far as it can be used in a document. */
  facts: GuideFacts;
  /** The last check of these very values; `null` where there is none. */
  report: CheckReport | null;
  /** What it tells of every step. */
  states: Record<GuideStep, GuideStepState>;
  /** There was a check, of other values. */
  stale: boolean;
  /** The step to open and put the focus on; a new object asks again. */
  focus: Extract<SettingsTarget, { kind: 'step' }> | null;
  onOpenTarget: (target: SettingsTarget) => void;
}

/** The seven steps in AWS, with the documents made out for this bucket, and what the last check says of each. */
export const Guide = memo(function Guide(props: GuideProps) {
  const { messages, report, states, stale, focus, onOpenTarget } = props;
  const words = messages.guidePanel;
  const titleId = useId();
  const [post, setPost] = useState(false);
  const facts = useMemo(() => ({ ...props.facts, post }), [props.facts, post]);
  const [open, setOpen] = useState<ReadonlySet<GuideStep>>(() => new Set(focus ? [focus.step] : []));
  const buttons = useRef(new Map<GuideStep, HTMLElement>());
  const done = guideSteps.filter((step) => states[step].status === 'done').length;

  // What a link asked to have marked is marked until there is a newer check to say what is at fault.
  const [asked, setAsked] = useState({ focus, report, over: false });
  if (asked.focus !== focus) setAsked({ focus, report, over: false });
  else if (!asked.over && report && report !== asked.report) setAsked({ ...asked, over: true });

  const root = useRef<HTMLElement>(null);
  useEarly(lateStep, root);
  useEarly(lateTabs, root);
  const ready = useLoaded(lateStep, open.size) !== null;
  const pending = useRef<{ step: GuideStep; waited: boolean } | null>(null);
  const first = useRef(focus);
  useEffect(() => {
    if (!focus) return;
    setOpen((before) => new Set(before).add(focus.step));
    pending.current = { step: focus.step, waited: lateStep.atHand() === null || first.current === focus };
  }, [focus]);
  // Once the step is there in full: before that the page may be too short to scroll so far.
  useEffect(() => {
    if (!pending.current || !ready || !open.has(pending.current.step)) return;
    const { step, waited } = pending.current;
    pending.current = null;
    // It has come after the form: who is typing there by now is not taken away.
    if (waited && document.activeElement?.matches('input, textarea')) return;
    const button = buttons.current.get(step);
    button?.focus();
    button?.scrollIntoView({ block: 'start' });
  }, [focus, ready, open]);

  return (
    <section ref={root} className="s3a-guide" aria-labelledby={titleId}>
      <header className="s3a-guide-header">
        <h3 id={titleId}>{words.title}</h3>
        {report && <span className="s3a-hint">{words.progress(done, guideSteps.length)}</span>}
      </header>
      <p className="s3a-hint">{words.intro(facts.bucket)}</p>
      <Shortcuts messages={messages} facts={facts} />
      <ol className="s3a-steps">
        {guideSteps.map((step, index) => (
          <GuideStepItem
            key={step}
            step={step}
            number={index + 1}
            facts={facts}
            state={states[step]}
            stale={stale}
            part={focus?.step === step && !asked.over ? focus.part : undefined}
            open={open.has(step)}
            onOpenChange={(isOpen) =>
              setOpen((before) => {
                const after = new Set(before);
                if (isOpen) after.add(step);
                else after.delete(step);
                return after;
              })
            }
            button={(element) => {
              if (element) buttons.current.set(step, element);
            }}
            onPostChange={setPost}
            messages={messages}
            onOpenTarget={onOpenTarget}
          />
        ))}
      </ol>
      <HelpVideo messages={messages} />
    </section>
  );
});
