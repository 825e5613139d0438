import { emptyAccount } from './emptyAccount.ts';
import type { FakeAccount } from './FakeAccount.ts';

/** What may differ from the throw-away values of `documentedAccount`. */
export interface DocumentedAccountOptions {
  /** @default 'triage-ai-attachments' */
  bucket?: string;
  /** @default 'eu-central-1' */
  region?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  /** @default the name of the bucket, as the guide advises */
  userName?: string;
}

/** An account set up exactly as the guide says: a public-read bucket with its CORS rule, and one IAM user who may put and delete. */
export function documentedAccount(options: DocumentedAccountOptions = {}): FakeAccount {
  const bucket = options.bucket ?? 'triage-ai-attachments';
  const objects = `arn:aws:s3:::${bucket}/*`;
  return {
    ...emptyAccount(),
    buckets: [
      {
        name: bucket,
        region: options.region ?? 'eu-central-1',
        blockPublicAccess: {
          BlockPublicAcls: false,
          IgnorePublicAcls: false,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: false,
        },
        policy: {
          Version: '2012-10-17',
          Statement: [
            { Sid: 'PublicRead', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: objects },
          ],
        },
        cors: [
          {
            AllowedHeaders: ['*'],
            AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
            AllowedOrigins: ['*'],
            ExposeHeaders: [],
          },
        ],
      },
    ],
    users: [
      {
        name: options.userName ?? bucket,
        policies: [
          {
            name: bucket,
            document: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'VisualEditor0',
                  Effect: 'Allow',
                  Action: ['s3:PutObject', 's3:DeleteObject'],
                  Resource: objects,
                },
              ],
            },
          },
        ],
        accessKeys: [
          {
            accessKeyId: options.accessKeyId ?? 'AKIAFAKETRIAGEAI2345',
            secretAccessKey: options.secretAccessKey ?? 'fakeSecret/ofThePracticeAccount+OnlyABCD',
            status: 'Active',
          },
        ],
      },
    ],
  };
}
