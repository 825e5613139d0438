import { type ReadyFacts, settingsBlock } from './readyFacts.ts';

/** A bash script for AWS CloudShell, or any shell with the AWS CLI: to paste, or to run from a file; it can be run again. */
export function cloudShellScript(facts: ReadyFacts): string {
  const { bucket, region, userName, isPrivate, partition, documents } = facts;
  return `#!/usr/bin/env bash
# Sets up the bucket ${bucket} in ${region} for attachments, with the documents of the set-up guide:
# bucket, Block Public Access, ${isPrivate ? '' : 'bucket policy, '}CORS, IAM policy, IAM user, access key.
#
# Sign in to the AWS console as an administrator, open CloudShell (the terminal icon beside the search bar), and paste all
# of this. It can be run again: what is there already is kept, or brought up to date. It ends by printing the four values.

# The brackets keep your shell open where the script stops.
(
set -euo pipefail
export AWS_PAGER=''

bucket=${quote(bucket)}
region=${quote(region)}
user=${quote(userName)}

block_public_access=${quote(JSON.stringify(facts.publicAccessBlock))}
${documents.bucketPolicy === null ? '' : `bucket_policy=${quote(documents.bucketPolicy)}\n`}cors_rules=${quote(documents.cors)}
cors_stored=${quote(storedCors(documents.cors))}
iam_policy=${quote(documents.iamPolicy)}

say() { printf '%s\\n' "$*" >&2; }
stop() {
  say "Stopped: $*"
  exit 1
}
s3api() { aws s3api "$@" --bucket "$bucket" --region "$region"; }
iam() { aws iam "$@" --region "$region"; }
same() { [ "\${1//[[:space:]]/}" = "\${2//[[:space:]]/}" ]; }

${guard(facts)}account=$(aws sts get-caller-identity --region "$region" --query Account --output text) ||
  stop 'AWS does not know you here. Sign in to the AWS console, and open CloudShell there.'

say "1 of 7: the bucket $bucket in $region"
if home=$(s3api get-bucket-location --expected-bucket-owner "$account" --query LocationConstraint --output text 2>&1); then
  home=\${home##*$'\\n'}
  case $home in
    None | null | '') home=us-east-1 ;;
    EU) home=eu-west-1 ;;
  esac
  [ "$home" = "$region" ] ||
    stop "the bucket $bucket is yours, but it is in $home and not in $region. Choose $home in the form, and copy the script again."
  say '  It is there already.'
else
  case $home in
    *NoSuchBucket*) ;;
    *AccessDenied* | *Forbidden*)
      stop "the name $bucket belongs to somebody else already, or you may not administer that bucket. Names are unique in all of AWS: choose another in the form, and copy the script again."
      ;;
    *) stop "AWS could not tell whether there is a bucket $bucket: $home" ;;
  esac
  constraint=()
  # AWS takes every region but its first here.
  if [ "$region" != us-east-1 ]; then constraint=(--create-bucket-configuration "LocationConstraint=$region"); fi
  if ! answer=$(s3api create-bucket \${constraint[@]+"\${constraint[@]}"} 2>&1); then
    case $answer in
      *BucketAlreadyOwnedByYou*) ;;
      *BucketAlreadyExists*)
        stop "the name $bucket belongs to somebody else already. Names are unique in all of AWS: choose another in the form, and copy the script again."
        ;;
      *) stop "AWS did not make the bucket: $answer" ;;
    esac
  fi
fi

${access(isPrivate)}

say '4 of 7: CORS'
if rules=$(s3api get-bucket-cors --query CORSRules --output json 2>/dev/null) && ! same "$rules" "$cors_stored"; then
  say "  These rules were there before: $rules"
fi
s3api put-bucket-cors --cors-configuration "{\\"CORSRules\\": $cors_rules}"

say "5 of 7: the IAM policy $user"
policy_arn="arn:${partition}:iam::$account:policy/$user"
if version=$(iam get-policy --policy-arn "$policy_arn" --query Policy.DefaultVersionId --output text 2>/dev/null); then
  document=$(iam get-policy-version --policy-arn "$policy_arn" --version-id "$version" --query PolicyVersion.Document --output json)
  if same "$document" "$iam_policy"; then
    say '  It is there already.'
  else
    # AWS keeps five versions of a policy.
    if [ "$(iam list-policy-versions --policy-arn "$policy_arn" --query 'length(Versions)' --output text)" -ge 5 ]; then
      oldest=$(iam list-policy-versions --policy-arn "$policy_arn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text)
      iam delete-policy-version --policy-arn "$policy_arn" --version-id "$oldest"
    fi
    iam create-policy-version --policy-arn "$policy_arn" --policy-document "$iam_policy" --set-as-default >/dev/null
    say '  It was there already, and has a new version now.'
  fi
else
  iam create-policy --policy-name "$user" --policy-document "$iam_policy" >/dev/null
fi

say "6 of 7: the IAM user $user"
if iam get-user --user-name "$user" >/dev/null 2>&1; then
  say '  It is there already.'
else
  iam create-user --user-name "$user" >/dev/null
fi
iam attach-user-policy --user-name "$user" --policy-arn "$policy_arn"

say '7 of 7: the access key'
keys=$(iam list-access-keys --user-name "$user" --query 'AccessKeyMetadata[].AccessKeyId' --output text)
case $keys in
  *[[:space:]]*)
    stop "everything else is in place, but the user $user has two access keys already ($keys), and AWS allows no more. Deactivate and delete one under IAM, Users, $user, Security credentials, and run this again."
    ;;
  A*) say "  The user has the key $keys already. Its secret cannot be shown again, so here is a second key; delete the first when nothing uses it." ;;
esac
# The secret goes from AWS to this screen: into no file, and into no argument that other processes could see.
key=$(iam create-access-key --user-name "$user" --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text)

${printed()}
say ''
say 'Paste these lines into the form: they fill all four fields. AWS does not show the secret again.'
say 'A new key may need ten seconds until all of AWS knows it. When you are done, clear the screen.'
)
`;
}

/** The script says what is missing instead of asking AWS for a placeholder. */
function guard({ missing }: ReadyFacts): string {
  if (missing.length === 0) return '';
  const names = { bucket: 'the bucket name', region: 'the AWS Region', keyPrefix: 'a sound key prefix' };
  const list = missing.map((name) => names[name]).join(' and ');
  return `stop 'this script is not made out yet. Enter ${list} in the form, and copy it again.'\n\n`;
}

function access(isPrivate: boolean): string {
  const put = 's3api put-public-access-block --public-access-block-configuration "$block_public_access"';
  if (isPrivate) {
    return `say '2 of 7: Block Public Access stays on'
${put}

say '3 of 7: no bucket policy, because links are private'
if theirs=$(s3api get-bucket-policy --query Policy --output text 2>/dev/null); then
  say "  The bucket has one, which is left as it is. A statement that lets everybody read should be removed: $theirs"
fi`;
  }
  return `# A policy of somebody else's making is neither replaced nor, by the next step, brought to life.
theirs=$(s3api get-bucket-policy --query Policy --output text 2>/dev/null) || theirs=''
if [ -n "$theirs" ] && [[ $theirs != *PublicReadOfAttachments* || $theirs == *'"Effect"'*'"Effect"'* ]]; then
  say '2 and 3 of 7: left out, because the bucket has a bucket policy of its own:'
  say "  $theirs"
  say '  Until it has the statement of step 3 of the guide as well, attachments are stored but their links cannot be opened.'
else
  say '2 of 7: Block Public Access'
  ${put}

  say '3 of 7: the bucket policy'
  tries=0
  until answer=$(s3api put-bucket-policy --policy "$bucket_policy" 2>&1); do
    tries=$((tries + 1))
    # The step before may need a moment until all of AWS knows it.
    [ "$tries" -lt 4 ] ||
      stop "AWS refused the bucket policy. Is Block Public Access on for the whole account (S3, Block Public Access settings for this account)? $answer"
    sleep "$tries"
  done
fi`;
}

function printed(): string {
  const values = { bucket: '%s', region: '%s', accessKeyId: '%s', secretAccessKey: '%s' };
  const lines = settingsBlock(values).join('\\n');
  return `printf -- '${lines}\\n' "$bucket" "$region" "\${key%%[[:space:]]*}" "\${key##*[[:space:]]}"`;
}

/** S3 keeps no empty list. */
function storedCors(rules: string): string {
  return JSON.stringify(JSON.parse(rules)).replace(',"ExposeHeaders":[]', '');
}

/** A word for bash that holds the text as it is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
