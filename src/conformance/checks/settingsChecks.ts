import { type Answer, describeAnswer, memberOf } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { madeUpValues, noVersion, routeRows } from '../routeRows.ts';
import { Shortfall } from '../Shortfall.ts';

/** Values that no settings can have, by the field that is to be named. */
const wrong: readonly [field: string, value: unknown, why: string][] = [
  ['bucket', 'My_Bucket', 'a bucket name that S3 does not allow'],
  ['region', 'EU (Frankfurt)', 'a name of a Region in place of its code'],
  ['accessKeyId', 'AKIA 1', 'an access key ID with a space'],
  ['secretAccessKey', 'two words', 'a secret with a space'],
  ['endpoint', 'ftp://s3.example.com', 'an endpoint that is no http(s) address'],
  ['keyPrefix', '../secrets/', 'a key prefix that leads upwards'],
  ['publicBaseUrl', 'javascript:alert(1)', 'a public base URL that is no http(s) address'],
  ['links', 'secret', 'links of a kind that does not exist'],
  ['version', -1, 'a version below zero'],
];

const people = ['administrator'] as const;

/** What can be seen of the settings without changing them. */
export const settingsChecks: readonly Check[] = [
  ...wrong.map(
    ([field, value, why]): Check => ({
      subject: 'saveSettings',
      sentence: `answers 422 and names ${field} for ${why}`,
      people,
      run: async (world) => {
        const body = { ...madeUpValues, version: noVersion, [field]: value };
        const answer = await world.call('administrator', 'saveSettings', { body });
        requireRefusal(answer, ['invalid_input']);
        requireIssue(answer, field);
      },
    }),
  ),
  ...(['saveSettings', 'changeStatus'] as const).map(
    (subject): Check => ({
      subject,
      sentence: 'answers 409 settings_changed when they are not those that were looked at',
      people,
      run: async (world) =>
        requireRefusal(
          await world.call('administrator', subject, { body: routeRows[subject].body?.(world) }),
          ['settings_changed'],
          'The version that came was not that of the saved settings.',
        ),
    }),
  ),
  {
    subject: 'changeStatus',
    sentence: 'answers 422 for a status that does not exist',
    people,
    run: async (world) =>
      requireRefusal(
        await world.call('administrator', 'changeStatus', { body: { status: 'paused', version: noVersion } }),
        ['invalid_input'],
      ),
  },
];

/**
 * Wants a refusal to say which field it is about.
 *
 * @throws Shortfall
 */
export function requireIssue(answer: Answer, field: string): void {
  const issues = memberOf(memberOf(memberOf(answer.json, 'verdict'), 'diagnosis'), 'issues');
  const paths = Array.isArray(issues) ? issues.map((issue) => memberOf(issue, 'path')) : [];
  if (!paths.includes(field))
    throw new Shortfall(
      `an issue with path ${field}`,
      describeAnswer(answer),
      'The panel shows it at that field: verdict.diagnosis.issues[].path.',
    );
}
