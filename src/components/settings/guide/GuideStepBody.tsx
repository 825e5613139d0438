'use client';
import { consoleUrl, documentText, hasDocument } from '../../../guide/index.ts';
import { Choice } from '../../primitives/Choice.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { VerdictAlert } from '../../primitives/VerdictAlert.tsx';
import type { GuidePanelMessages } from '../guideMessages.ts';
import { GuidePicture } from '../pictures/GuidePicture.tsx';
import { GuideDocument } from './GuideDocument.tsx';
import type { GuideStepItemProps } from './GuideStepItem.tsx';
import type { GuideUnknown } from './guideStates.ts';

/** What is to be done in a step: where to click, the document to paste, why, and what the last check found there. */
export function GuideStepBody(props: GuideStepItemProps) {
  const { step, facts, state, stale, part, messages } = props;
  const words = messages.guidePanel;
  const { actions, why, opens } = messages.guide[step](facts);
  const text = hasDocument(step) ? documentText(step, facts) : '';
  const found = 'findings' in state ? state : null;
  const marked = [part, found?.part].filter((key) => typeof key === 'string');
  return (
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
          {text !== '' && found.part !== null && <p className="s3a-hint">{words.markedAbove(found.part)}</p>}
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
  );
}

function unknownWords(why: GuideUnknown, stale: boolean, { unknown }: GuidePanelMessages): string {
  if (why.reason === 'permission') return unknown.permission(why.permission);
  return stale && why.reason === 'unchecked' ? unknown.stale : unknown[why.reason];
}
