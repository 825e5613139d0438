'use client';
import { useDeferredValue, useMemo } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { bucketSchema, keyPrefixSchema, regionSchema } from '../../../contract/index.ts';
import type { GuideFacts } from '../../../guide/index.ts';
import type { SettingsValues } from '../settingsValues.ts';
import type { FormCheck } from '../useFormCheck.ts';
import { Guide, type GuideProps } from './Guide.tsx';

/** Props of the guide beside a form. */
export interface GuideOfFormProps extends Pick<GuideProps, 'messages' | 'focus' | 'onOpenTarget'> {
  form: UseFormReturn<SettingsValues>;
  check: FormCheck;
}

/** The guide made out for what is typed. It follows typing when there is time: typing never waits for it. */
export function GuideOfForm({ form, check, ...props }: GuideOfFormProps) {
  const typed = useWatch({ control: form.control, compute: factsAsText });
  const deferred = useDeferredValue(typed);
  const facts = useMemo(() => JSON.parse(deferred) as GuideFacts, [deferred]);
  const report = check.state.status === 'done' && !check.stale ? check.state.report : null;
  return <Guide {...props} facts={facts} report={report} stale={check.stale} />;
}

/** What can be used in a document only; as text, so that what says the same is the same. */
function factsAsText({ bucket, region, keyPrefix, links, largeFiles }: SettingsValues): string {
  return JSON.stringify({
    bucket: bucketSchema.safeParse(bucket).data ?? '',
    region: regionSchema.safeParse(region).data ?? '',
    keyPrefix: keyPrefixSchema.safeParse(keyPrefix).data ?? '',
    links,
    largeFiles,
  } satisfies GuideFacts);
}
