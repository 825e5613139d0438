'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { documentText, type GuideStep, guideSteps, hasDocument } from '../../guide/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { GuideDocument } from './GuideDocument.tsx';
import type { SettingsMessages } from './settingsMessages.ts';

/** Props of the guide. */
export interface GuideProps {
  messages: SettingsMessages;
  /** The bucket's name as it is typed; may be empty. */
  bucket: string;
  /** The step to open and put the focus on; a new object asks again. */
  focus: { step: GuideStep; part?: string | undefined } | null;
}

/**
 * The seven steps in AWS, with the documents made out for this bucket.
 * @selector [data-step] the step
 */
export function Guide({ messages, bucket, focus }: GuideProps) {
  const words = messages.panel;
  const titleId = useId();
  const [open, setOpen] = useState<ReadonlySet<GuideStep>>(() => new Set(focus ? [focus.step] : []));
  const steps = useRef(new Map<GuideStep, HTMLElement>());

  useEffect(() => {
    if (!focus) return;
    setOpen((before) => new Set(before).add(focus.step));
    const summary = steps.current.get(focus.step);
    summary?.focus();
    summary?.scrollIntoView({ block: 'start' });
  }, [focus]);

  const toggle = (step: GuideStep, isOpen: boolean) =>
    setOpen((before) => {
      const after = new Set(before);
      if (isOpen) after.add(step);
      else after.delete(step);
      return after;
    });

  return (
    <section className="s3a-guide" aria-labelledby={titleId}>
      <h3 id={titleId}>{words.guideTitle}</h3>
      <p className="s3a-hint">{words.guideIntro(bucket)}</p>
      <ol className="s3a-steps">
        {guideSteps.map((step, index) => (
          <li key={step} data-step={step}>
            <details open={open.has(step)} onToggle={(event) => toggle(step, event.currentTarget.open)}>
              <summary
                ref={(element) => {
                  if (element) steps.current.set(step, element);
                }}
              >
                <span className="s3a-step-number" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="s3a-step-title">
                  <span className="s3a-visually-hidden">{words.step(index + 1)}: </span>
                  {messages.guide[step].title}
                </span>
                <Icon name="chevron" />
              </summary>
              <div className="s3a-step-body">
                <ul>
                  {messages.guide[step].actions.map((action) => (
                    <li key={action}>{action}</li>
                  ))}
                </ul>
                {hasDocument(step) && (
                  <GuideDocument
                    text={documentText(step, { bucket })}
                    label={words.documentLabel(messages.steps[step])}
                    part={focus?.step === step ? focus.part : undefined}
                    messages={messages}
                  />
                )}
                <p className="s3a-why">
                  <strong>{words.why}</strong> {messages.guide[step].why}
                </p>
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
