import { partitionOf } from '../account/partitionOf.ts';
import type { FakeAccount, FakeUser } from '../account/FakeAccount.ts';

/** Who sent a request: nobody in particular, or a user whose signature was verified. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly user: FakeUser;
      readonly arn: string;
      readonly accountId: string;
      readonly authType: 'REST-HEADER' | 'REST-QUERY-STRING' | 'POST';
      /** ms since the request was signed. */
      readonly signatureAge: number;
    };

/** The ARN of a user, as STS and refusals name it. */
export function userArn(account: FakeAccount, user: FakeUser, region: string): string {
  const prefix = `arn:${partitionOf(region)}:iam::${account.accountId}`;
  return user.root ? `${prefix}:root` : `${prefix}:user/${user.name}`;
}
