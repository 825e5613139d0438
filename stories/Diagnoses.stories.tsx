import type { Meta, StoryObj } from '@storybook/react-vite';
import type { Diagnosis, DiagnosisCode } from '@triage-ai/s3-attachments';
import type { Audience } from '../src/diagnosis/index.ts';
import { DiagnosisSheet } from './diagnoses/DiagnosisSheet.tsx';
import { examples } from './diagnoses/examples.ts';
import { subjects } from './diagnoses/subjects.ts';
import { variants } from './diagnoses/variants.ts';

const of = (code: DiagnosisCode): Diagnosis[] => [
  examples[code],
  ...variants.filter((variant) => variant.code === code),
];

interface Args {
  code: DiagnosisCode;
}

/** What can go wrong, in words: what happened, why, and what to do, for who can mend it and for who cannot. */
const meta = {
  title: 'Diagnoses',
  render: ({ code }) => (
    <main className="s3a" style={{ maxInlineSize: '44rem' }}>
      <h1>{code}</h1>
      <DiagnosisSheet diagnoses={of(code)} audiences={['administrator', 'everyone']} />
    </main>
  ),
  args: { code: 'region_wrong' },
  argTypes: { code: { control: false } },
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<typeof meta>;

const all = (audience: Audience): Story => ({
  render: () => (
    <main className="s3a" style={{ maxInlineSize: '44rem' }}>
      <h1>{audience === 'administrator' ? 'All codes, for administrators' : 'All codes, for everyone'}</h1>
      {Object.entries(subjects).map(([subject, codes]) => (
        <section key={subject}>
          <h2>{subject}</h2>
          <DiagnosisSheet
            diagnoses={codes.flatMap((code) => (audience === 'administrator' ? of(code) : [examples[code]]))}
            audiences={[audience]}
            level={3}
          />
        </section>
      ))}
    </main>
  ),
});

/** Every code with its variants, by subject, as an administrator reads it. */
export const AllForAdministrators: Story = { ...all('administrator'), name: 'All codes, for administrators' };

/** Every code, by subject, as an agent or a customer reads it: no key, bucket or account names. */
export const AllForEveryone: Story = { ...all('everyone'), name: 'All codes, for everyone' };

/** The key ID is mistyped, deleted or inactive. */
export const AccessKeyUnknown: Story = { args: { code: 'access_key_unknown' } };

/** S3 knows the key, but the secret is another. */
export const SecretWrong: Story = { args: { code: 'secret_wrong' } };

/** A secret with quotes, spaces, or too short. */
export const SecretMalformed: Story = { args: { code: 'secret_malformed' } };

/** The server lost the key that the secret was sealed with. */
export const SecretUnreadable: Story = { args: { code: 'secret_unreadable' } };

/** Checking values that the saved secret is not for. */
export const SecretNeeded: Story = { args: { code: 'secret_needed' } };
export const KeysRemoved: Story = { args: { code: 'keys_removed' } };
export const CredentialsUnavailable: Story = { args: { code: 'credentials_unavailable' } };
export const SettingsChanged: Story = { args: { code: 'settings_changed' } };
export const MoveConflict: Story = { args: { code: 'move_conflict' } };

/** A space, a slash or a line break in the key ID. */
export const CredentialMalformed: Story = { args: { code: 'credential_malformed' } };

/** A session token that has run out. */
export const CredentialExpired: Story = { args: { code: 'credential_expired' } };

/** A key of STS in place of a lasting one. */
export const CredentialTemporary: Story = { args: { code: 'credential_temporary' } };

/** Each in the other’s field. */
export const CredentialsSwapped: Story = { args: { code: 'credentials_swapped' } };

/** It works, with a key that nothing limits. */
export const RootKey: Story = { args: { code: 'root_key' } };

/** It works, with a key that may list all buckets. */
export const KeyTooPowerful: Story = { args: { code: 'key_too_powerful' } };

/** A typing error in the name. */
export const BucketMissing: Story = { args: { code: 'bucket_missing' } };

/** An ARN was pasted. */
export const BucketNameInvalid: Story = { args: { code: 'bucket_name_invalid' } };

/** Somebody else has a bucket of this name. */
export const BucketInOtherAccount: Story = { args: { code: 'bucket_in_other_account' } };

/** S3 names the true region. */
export const RegionWrong: Story = { args: { code: 'region_wrong' } };

/** No bucket policy, or Block Public Access. */
export const PublicReadRefused: Story = { args: { code: 'public_read_refused' } };

/** Private links to public files. */
export const PublicReadOpen: Story = { args: { code: 'public_read_open' } };

/** Saving the bucket policy was refused. */
export const PublicPolicyBlocked: Story = { args: { code: 'public_policy_blocked' } };

/** A bucket policy that lets everybody write. */
export const BucketWorldWritable: Story = { args: { code: 'bucket_world_writable' } };

/** A bucket policy that lets everybody list. */
export const BucketWorldListable: Story = { args: { code: 'bucket_world_listable' } };

/** The user may not use the KMS key. */
export const EncryptionDenied: Story = { args: { code: 'encryption_denied' } };

/** The KMS key is disabled. */
export const EncryptionKeyUnusable: Story = { args: { code: 'encryption_key_unusable' } };

/** Public links to files under a KMS key. */
export const EncryptionHidesLinks: Story = { args: { code: 'encryption_hides_links' } };

/** Deleting under Object Lock. */
export const ObjectLocked: Story = { args: { code: 'object_locked' } };

/** A proxy adds an ACL header. */
export const AclNotSupported: Story = { args: { code: 'acl_not_supported' } };

/** The account is closed, or the bucket is. */
export const AccountDisabled: Story = { args: { code: 'account_disabled' } };

/** What was typed is no endpoint. */
export const EndpointInvalid: Story = { args: { code: 'endpoint_invalid' } };

/** An address inside the server’s own network. */
export const EndpointNotAllowed: Story = { args: { code: 'endpoint_not_allowed' } };

/** By http. */
export const EndpointInsecure: Story = { args: { code: 'endpoint_insecure' } };

/** It leads elsewhere. */
export const EndpointRedirects: Story = { args: { code: 'endpoint_redirects' } };

/** A name that does not resolve. */
export const HostNotFound: Story = { args: { code: 'host_not_found' } };

/** A name that the certificate does not cover. */
export const CertificateInvalid: Story = { args: { code: 'certificate_invalid' } };

/** A proxy’s page. */
export const NotS3: Story = { args: { code: 'not_s3' } };

/** Our server’s clock is off. */
export const ClockSkewed: Story = { args: { code: 'clock_skewed' } };

/** s3:PutObject is missing, in all the ways that S3 tells it. */
export const PutNotAllowed: Story = { args: { code: 'put_not_allowed' } };

/** s3:DeleteObject is missing. */
export const DeleteNotAllowed: Story = { args: { code: 'delete_not_allowed' } };

/** Another action is missing. */
export const MultipartNotAllowed: Story = { args: { code: 'multipart_not_allowed' } };
export const AccessDenied: Story = { args: { code: 'access_denied' } };

/** A service control policy. */
export const OrganizationDenied: Story = { args: { code: 'organization_denied' } };

/** No rules at all. */
export const CorsMissing: Story = { args: { code: 'cors_missing' } };

/** Rules for another site. */
export const CorsOriginRefused: Story = { args: { code: 'cors_origin_refused' } };

/** Rules without PUT. */
export const CorsMethodRefused: Story = { args: { code: 'cors_method_refused' } };

/** Rules without the headers. */
export const CorsHeaderRefused: Story = { args: { code: 'cors_header_refused' } };

/** Refused, without saying why. */
export const CorsRefused: Story = { args: { code: 'cors_refused' } };

/** A note: it works. */
export const EtagNotExposed: Story = { args: { code: 'etag_not_exposed' } };

/** The presigned URL is too old. */
export const UrlExpired: Story = { args: { code: 'url_expired' } };

/** A right secret and a wrong signature. */
export const RequestAltered: Story = { args: { code: 'request_altered' } };

/** A part of the request got lost. */
export const RequestInvalid: Story = { args: { code: 'request_invalid' } };

/** The checksum differs. */
export const BodyDamaged: Story = { args: { code: 'body_damaged' } };

/** The multipart upload is unknown. */
export const UploadGone: Story = { args: { code: 'upload_gone' } };

/** S3 is throttling. */
export const S3Unavailable: Story = { args: { code: 's3_unavailable' } };

/** No answer to our server. */
export const S3Unreachable: Story = { args: { code: 's3_unreachable' } };

/** A code that is on no list. */
export const S3Refused: Story = { args: { code: 's3_refused' } };

/** The device has no network. */
export const Offline: Story = { args: { code: 'offline' } };

/** It broke on the way. */
export const ConnectionLost: Story = { args: { code: 'connection_lost' } };

/** No answer, and the browser hides why. */
export const TransferBlocked: Story = { args: { code: 'transfer_blocked' } };

/** The page’s policy lacks the host. */
export const CspBlocked: Story = { args: { code: 'csp_blocked' } };

/** Fewer bytes than there should be. */
export const UploadIncomplete: Story = { args: { code: 'upload_incomplete' } };

/** The file changed since it was chosen. */
export const FileUnreadable: Story = { args: { code: 'file_unreadable' } };

/** More than S3 takes. */
export const FileTooLarge: Story = { args: { code: 'file_too_large' } };

/** More than 1,024 bytes. */
export const KeyTooLong: Story = { args: { code: 'key_too_long' } };

/** Our own API does not answer. */
export const ApiUnreachable: Story = { args: { code: 'api_unreachable' } };

/** Our own API’s answer fits no schema. */
export const MalformedResponse: Story = { args: { code: 'malformed_response' } };

/** Our own API refuses values. */
export const InvalidInput: Story = { args: { code: 'invalid_input' } };

/** The session has ended. */
export const SignedOut: Story = { args: { code: 'signed_out' } };

/** The viewer may not. */
export const NotPermitted: Story = { args: { code: 'not_permitted' } };

/** A page that the backend does not know. */
export const OriginNotAllowed: Story = { args: { code: 'origin_not_allowed' } };

/** The attachment is gone. */
export const NotFound: Story = { args: { code: 'not_found' } };

/** More requests of one person than a minute may have. */
export const RateLimited: Story = { args: { code: 'rate_limited' } };

/** Between two versions of our own server. */
export const ServerClosing: Story = { args: { code: 'server_closing' } };

/** A fault of our own. */
export const ServerFault: Story = { args: { code: 'server_fault' } };

/** Dark. */
export const Dark: Story = { ...all('administrator'), globals: { scheme: 'dark' } };
