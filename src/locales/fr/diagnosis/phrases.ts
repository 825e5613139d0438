/** What AWS needs after a change: IAM passes it on with a delay. */
export const justChanged =
  'Si vous venez de modifier la clé ou la politique, attendez une demi-minute et vérifiez à nouveau : AWS a besoin de quelques secondes pour en tenir compte.';

/** Where a policy is edited. */
export const openPolicy =
  'Dans la console AWS, ouvrez IAM, « Policies », la politique pour triage.ai, « Edit »';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `L’utilisateur ${arn}` : 'L’utilisateur IAM de cette clé d’accès';
