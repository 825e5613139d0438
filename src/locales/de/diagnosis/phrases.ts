/** What AWS needs after a change: IAM passes it on with a delay. */
export const justChanged =
  'Wenn Sie den Key oder die Policy gerade erst geändert haben, warten Sie eine halbe Minute und prüfen Sie erneut: AWS braucht einige Sekunden, um es weiterzugeben.';

/** Where a policy is edited. */
export const openPolicy = 'Öffnen Sie in der AWS-Konsole IAM, „Policies“, die Policy für triage.ai, „Edit“';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `Der Benutzer ${arn}` : 'Der IAM-Benutzer dieses Access Keys';
