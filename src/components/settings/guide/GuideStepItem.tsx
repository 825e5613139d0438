'use client';
import type { Ref } from 'react';
import { type SettingsTarget, settingsTargets } from '../../../diagnosis/index.ts';
import {
  consoleUrl,
  documentText,
  type GuideFacts,
  type GuideStep,
  hasDocument,
} from '../../../guide/index.ts';
import { Choice } from '../../primitives/Choice.tsx';
import { Disclosure } from '../../primitives/Disclosure.tsx';
import { Icon, type IconName } from '../../primitives/Icon.tsx';
import { VerdictAlert } from '../../primitives/VerdictAlert.tsx';
import { GuidePicture } from '../pictures/GuidePicture.tsx';
import type { GuidePanelMessages } from '../guideMessages.ts';
import type { SettingsMessages } from '../settingsMessages.ts';
import { GuideDocument } from './GuideDocument.tsx';
import type { GuideFinding, GuideStepState, GuideUnknown } from './guideStates.ts';

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
  messages: SettingsMessages;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * One step: where to click, the document to paste, why, and what the last check found there.
 * @selector [data-step] the step
 * @selector [data-state] done, not_done, suspect, warning, unknown
 */
export function GuideStepItem(props: GuideStepItemProps) {
  const { step, number, facts, state, stale, part, open, onOpenChange, button, messages } = props;
  const words = messages.guidePanel;
  const { title, actions, why, opens } = messages.guide[step](facts);
  const text = hasDocument(step) ? documentText(step, facts) : '';
  const found = 'findings' in state ? state : null;
  const marked = [part, found?.part].filter((key) => typeof key === 'string');
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
        <div className="s3a-step-body">
          {found && (
            <div className="s3a-step-verdicts">
              {found.status === 'suspect' && <p className="s3a-hint">{words.suspect}</p>}
              {found.findings.map(({ verdict, tone }) => (
                <VerdictAlert
                  key={verdict.diagnosis.code}
                  verdict={verdict}
                  messages={messages}
                  tone={found.status === 'suspect' ? 'warning' : tone}
                  here={step}
                  onOpenTarget={props.onOpenTarget}
                />
              ))}
              {text !== '' && found.part !== null && (
                <p className="s3a-hint">{words.markedAbove(found.part)}</p>
              )}
            </div>
          )}
          <ol className="s3a-actions">
            {actions.map((action) => (
              <li key={action}>{action}</li>
            ))}
          </ol>
          <p>
            <a className="s3a-link" href={consoleUrl(step, facts)} target="_blank" rel="noreferrer">
              {words.openConsole}
              <Icon name="external" size={14} />
            </a>
          </p>
          {step === 'cors' && (
            <Choice
              type="checkbox"
              checked={facts.post ?? false}
              onChange={(event) => props.onPostChange(event.target.checked)}
              label={words.post}
              hint={words.postHint}
            />
          )}
          {text !== '' && (
            <GuideDocument
              text={text}
              label={words.documentLabel(messages.steps[step])}
              parts={marked}
              tone={found && found.status !== 'not_done' ? 'warning' : 'error'}
              messages={messages}
            />
          )}
          <GuidePicture step={step} facts={facts} messages={messages.pictures} />
          <p className="s3a-why">
            <strong>{words.why}</strong> {why}
          </p>
          {opens !== null && (
            <p className="s3a-opens">
              <Icon name="info" />
              <span>
                <strong>{words.opens}</strong> {opens}
              </span>
            </p>
          )}
          {state.status === 'unknown' && <p className="s3a-hint">{unknownWords(state.why, stale, words)}</p>}
        </div>
      </Disclosure>
    </li>
  );
}

const icons: Partial<Record<GuideStepState['status'], IconName>> = {
  done: 'check',
  not_done: 'close',
  warning: 'alert',
};

function unknownWords(why: GuideUnknown, stale: boolean, { unknown }: GuidePanelMessages): string {
  if (why.reason === 'permission') return unknown.permission(why.permission);
  return stale && why.reason === 'unchecked' ? unknown.stale : unknown[why.reason];
}

/** Whether another step may be the reason too: then this one may well be done. */
function isGuess(state: GuideStepState): boolean {
  const others = ({ verdict }: GuideFinding) =>
    verdict.diagnosis.certainty !== 'certain' &&
    settingsTargets(verdict.diagnosis.where).filter(({ kind }) => kind === 'step').length > 1;
  return state.status === 'not_done' && state.findings.every(others);
}
