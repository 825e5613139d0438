import type { corsRules } from '../documents.ts';
import { indent, type ReadyFacts, settingsBlock } from './readyFacts.ts';

/** A Terraform module for the provider `hashicorp/aws`, formatted as `terraform fmt` does. */
export function terraformModule(facts: ReadyFacts): string {
  const { bucket, region, userName, documents } = facts;
  const block = facts.publicAccessBlock;
  return `# The bucket ${bucket} in ${region} for attachments, with the documents of the set-up guide.
#
#   terraform init && terraform apply
#   terraform output -raw settings      prints the four values for the form
#
# The secret access key is kept in Terraform's state as well: only administrators should be able to read that.
# A bucket that is there already: terraform import aws_s3_bucket.attachments ${bucket}
${missing(facts)}
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

locals {
  bucket = ${text(bucket)}
  region = ${text(region)}
  user   = ${text(userName)}
}

provider "aws" {
  region = local.region
}

resource "aws_s3_bucket" "attachments" {
  bucket = local.bucket

  # Attachments are not lost by a terraform destroy.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "attachments" {
  bucket = aws_s3_bucket.attachments.id

  block_public_acls       = ${block.BlockPublicAcls}
  ignore_public_acls      = ${block.IgnorePublicAcls}
  block_public_policy     = ${block.BlockPublicPolicy}
  restrict_public_buckets = ${block.RestrictPublicBuckets}
}

${bucketPolicyResource(documents.bucketPolicy)}resource "aws_s3_bucket_cors_configuration" "attachments" {
  bucket = aws_s3_bucket.attachments.id

${facts.corsRules.map(corsRule).join('\n')}}

resource "aws_iam_policy" "attachments" {
  name        = local.user
  description = "Lets triage.ai store and delete attachments."
  policy      = ${heredoc('JSON', documents.iamPolicy)}
}

resource "aws_iam_user" "attachments" {
  name = local.user
}

resource "aws_iam_user_policy_attachment" "attachments" {
  user       = aws_iam_user.attachments.name
  policy_arn = aws_iam_policy.attachments.arn
}

resource "aws_iam_access_key" "attachments" {
  user = aws_iam_user.attachments.name
}

output "bucket_name" {
  value = aws_s3_bucket.attachments.bucket
}

output "aws_region" {
  value = local.region
}

output "access_key_id" {
  value = aws_iam_access_key.attachments.id
}

output "secret_access_key" {
  value     = aws_iam_access_key.attachments.secret
  sensitive = true
}

output "settings" {
  description = "The four values for the form."
  sensitive   = true
  value       = <<-TEXT
    ${indent(settings(), 4)}
  TEXT
}
`;
}

function missing({ missing: names }: ReadyFacts): string {
  return names.length === 0 ? '' : '#\n# Replace what begins with YOUR- before you apply it.\n';
}

function bucketPolicyResource(policy: string | null): string {
  if (policy === null) return '';
  return `resource "aws_s3_bucket_policy" "attachments" {
  bucket = aws_s3_bucket.attachments.id
  policy = ${heredoc('JSON', policy)}

  # While Block Public Access is on, AWS refuses a policy that lets everybody read.
  depends_on = [aws_s3_bucket_public_access_block.attachments]
}

`;
}

function corsRule(rule: ReturnType<typeof corsRules>[number]): string {
  return `  cors_rule {
    allowed_headers = ${list(rule.AllowedHeaders)}
    allowed_methods = ${list(rule.AllowedMethods)}
    allowed_origins = ${list(rule.AllowedOrigins)}
    expose_headers  = ${list(rule.ExposeHeaders)}
  }
`;
}

function settings(): string {
  return settingsBlock({
    bucket: '${aws_s3_bucket.attachments.bucket}',
    region: '${local.region}',
    accessKeyId: '${aws_iam_access_key.attachments.id}',
    secretAccessKey: '${aws_iam_access_key.attachments.secret}',
  }).join('\n');
}

/** The text as it is: Terraform looks for `${` and `%{` in it. */
function literal(content: string): string {
  return content.replaceAll('${', '$${').replaceAll('%{', '%%{');
}

function heredoc(word: string, content: string): string {
  return `<<-${word}\n    ${indent(literal(content), 4)}\n  ${word}`;
}

function text(content: string): string {
  return literal(JSON.stringify(content));
}

function list(items: readonly string[]): string {
  return `[${items.map(text).join(', ')}]`;
}
