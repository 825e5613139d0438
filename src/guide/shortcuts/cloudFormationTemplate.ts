import type { corsRules } from '../documents.ts';
import { indent, type ReadyFacts, settingsBlock } from './readyFacts.ts';

/** A CloudFormation template in YAML; the documents stand in it as JSON, which YAML reads as it is. */
export function cloudFormationTemplate(facts: ReadyFacts): string {
  const { bucket, region, userName, documents } = facts;
  return `# The bucket ${bucket} in ${region} for attachments, with the documents of the set-up guide.
#
# In the AWS console choose the region ${region}, open CloudFormation, "Create stack", "Upload a template file", and confirm
# that it makes IAM resources with names of their own. The four values for the form are then under "Outputs".
#
# Whoever may read this stack's outputs reads the secret access key. When the form has it, restrict who can, or create
# another key for the user, enter that, and delete this one.
#
# It makes a new bucket. For one that is there already use the script for CloudShell.
${facts.missing.length === 0 ? '' : '#\n# Replace what begins with YOUR- before you use it.\n'}
AWSTemplateFormatVersion: '2010-09-09'
Description: >-
  Attachments in Amazon S3: bucket, permissions, CORS, IAM policy, user and access key. Whoever may read the outputs of
  this stack reads the secret access key.

Resources:
  Bucket:
    Type: AWS::S3::Bucket
    # Attachments are not lost with the stack.
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      BucketName: ${quote(bucket)}
      PublicAccessBlockConfiguration:
${settings(facts.publicAccessBlock)}
      CorsConfiguration:
        CorsRules:
          ${json(facts.corsRules.map(corsRule), 10)}

${bucketPolicyResource(documents.bucketPolicy)}  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: ${quote(userName)}
      Description: Lets triage.ai store and delete attachments.
      PolicyDocument:
        ${indent(documents.iamPolicy, 8)}

  User:
    Type: AWS::IAM::User
    Properties:
      UserName: ${quote(userName)}
      ManagedPolicyArns:
        - !Ref Policy

  AccessKey:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref User

Outputs:
  BucketName:
    Value: !Ref Bucket
  AwsRegion:
    Value: !Ref AWS::Region
  AccessKeyId:
    Value: !Ref AccessKey
  SecretAccessKey:
    Value: !GetAtt AccessKey.SecretAccessKey
  Settings:
    Description: The four values for the form, to copy as they are.
    Value: !Sub |
      ${indent(block(), 6)}
`;
}

function bucketPolicyResource(policy: string | null): string {
  if (policy === null) return '';
  return `  # Ref makes it wait for the bucket, whose Block Public Access would refuse it.
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        ${indent(policy, 8)}

`;
}

function settings(values: Record<string, boolean>): string {
  return Object.entries(values)
    .map(([name, value]) => `        ${name}: ${value}`)
    .join('\n');
}

/** CloudFormation has its own name for one of the lists, and wants none that is empty. */
function corsRule({ ExposeHeaders, ...rule }: ReturnType<typeof corsRules>[number]) {
  return ExposeHeaders.length === 0 ? rule : { ...rule, ExposedHeaders: ExposeHeaders };
}

function block(): string {
  return settingsBlock({
    bucket: '${Bucket}',
    region: '${AWS::Region}',
    accessKeyId: '${AccessKey}',
    secretAccessKey: '${AccessKey.SecretAccessKey}',
  }).join('\n');
}

function json(value: unknown, columns: number): string {
  return indent(JSON.stringify(value, null, 2), columns);
}

/** A word that YAML could take for a number stays a text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
