'use client';
import type { Ref } from 'react';
import { loadOnce, type SettingsTarget, settingsTargets } from '../../../diagnosis/index.ts';
import type { GuideFacts, GuideStep } from '../../../guide/index.ts';
import { useLoaded } from '../../../hooks/index.ts';
import { Disclosure } from '../../primitives/Disclosure.tsx';
import { Icon, type IconName } from '../../primitives/Icon.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';
import type { GuideFinding, GuideStepState } from './guideStates.ts';

/** What a step shows once it is open: what to do, the document, the picture. Loaded before somebody opens one. */
export const lateStep = /* @__PURE__ */ loadOnce(() => import('./GuideStepBody.tsx'));

/** Props of one step. */
export interface GuideStepItemProps {
  step: GuideStep;
  number: number;
  facts: GuideFacts;
  state: GuideStepState;
  stale: boolean;
  /** The key of the document to mark because a link asked for it. */
  part: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  button: Ref<HTMLButtonElement>;
  /** POST is to stand in the CORS rule, or no longer. */
  onPostChange: (post: boolean) => void;
  messages: GuidePartMessages;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * One step: its name and its state, and what is to be done there once it is open.
 * @selector [data-step] the step
 * @selector [data-state] done, not_done, suspect, warning, unknown
 */
export function GuideStepItem(props: GuideStepItemProps) {
  const { step, number, facts, state, open, onOpenChange, button, messages } = props;
  const words = messages.guidePanel;
  const { title } = messages.guide[step](facts);
  const late = useLoaded(lateStep, Number(open));
  const isKnown = state.status !== 'unknown' || state.why.reason !== 'unchecked';
  return (
    <li data-step={step} data-state={state.status}>
      <Disclosure
        ref={button}
        open={open}
        onOpenChange={onOpenChange}
        title={
          <>
            <span className="s3a-step-number" aria-hidden="true">
              {icons[state.status] ? <Icon name={icons[state.status] as IconName} /> : number}
            </span>
            <span className="s3a-step-title">
              <span className="s3a-visually-hidden">{words.step(number)} </span>
              {title}
            </span>
            <span className="s3a-step-state">
              {isKnown && words.states[isGuess(state) ? 'look_first' : state.status]}
            </span>
          </>
        }
      >
        {late ? <late.GuideStepBody {...props} /> : <div className="s3a-step-late" aria-busy="true" />}
      </Disclosure>
    </li>
  );
}

const icons: Partial<Record<GuideStepState['status'], IconName>> = {
  done: 'check',
  not_done: 'close',
  warning: 'alert',
};

/** Whether another step may be the reason too: then this one may well be done. */
function isGuess(state: GuideStepState): boolean {
  const others = ({ verdict }: GuideFinding) =>
    verdict.diagnosis.certainty !== 'certain' &&
    settingsTargets(verdict.diagnosis.where).filter(({ kind }) => kind === 'step').length > 1;
  return state.status === 'not_done' && state.findings.every(others);
}
