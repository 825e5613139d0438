'use client';
import { useDeferredValue, useMemo } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { fitFacts, type GuideFacts } from '../../../guide/index.ts';
import { mergeMessages } from '../../primitives/mergeMessages.ts';
import type { WorkspaceMessages } from '../formSideMessages.ts';
import { guideMessages } from '../guideMessages.ts';
import { inputOf, type SettingsValues } from '../settingsValues.ts';
import type { FormCheck } from '../useFormCheck.ts';
import { Guide, type GuideProps } from './Guide.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';
import { guideStates } from './guideStates.ts';

/** Props of the guide beside a form. */
export interface GuideOfFormProps extends Pick<GuideProps, 'focus' | 'onOpenTarget'> {
  messages: WorkspaceMessages;
  form: UseFormReturn<SettingsValues>;
  check: FormCheck;
}

/** The guide made out for what is typed. It follows typing when there is time: typing never waits for it. */
export function GuideOfForm({ form, check, messages: told, ...props }: GuideOfFormProps) {
  const messages = useMemo(
    (): GuidePartMessages => ({ ...told, ...mergeMessages(guideMessages, told) }),
    [told],
  );
  const typed = useWatch({ control: form.control, compute: factsAsText });
  const deferred = useDeferredValue(typed);
  const facts = useMemo(() => JSON.parse(deferred) as GuideFacts & { cdn: boolean }, [deferred]);
  // What is typed is what was checked, or the result counts no more.
  const report = check.state.status === 'done' && !check.stale ? check.state.report : null;
  const states = useMemo(() => guideStates(report, facts), [report, facts]);
  return (
    <Guide {...props} messages={messages} facts={facts} report={report} states={states} stale={check.stale} />
  );
}

/** What can stand in a document, and what a check depends on; as text, so that what says the same is the same. */
function factsAsText(values: SettingsValues): string {
  const { bucket, region, keyPrefix, links, largeFiles } = values;
  const facts: GuideFacts = fitFacts({ bucket, region, keyPrefix, links, largeFiles });
  return JSON.stringify({ ...facts, cdn: inputOf(values, 'saved').publicBaseUrl.trim() !== '' });
}
