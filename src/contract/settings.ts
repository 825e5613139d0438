import * as z from 'zod/mini';
import { diagnosisSchema } from '../diagnosis/index.ts';

/** What can be wrong with a value of the form; the words stand with the widget. */
export const settingsIssues = [
  'required',
  'bucket_name',
  'region',
  'access_key_id',
  'secret',
  'too_long',
  'endpoint',
  'key_prefix',
  'public_base_url',
] as const;

/** A code that names what is wrong with a value. */
export type SettingsIssue = (typeof settingsIssues)[number];

const issue = (code: SettingsIssue) => code;

// S3's naming rules: 3 to 63 characters, lower-case letters, digits, dots and hyphens, letter or digit at both ends, not an address.
const bucketName = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Bucket name. Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
export const bucketSchema = z
  .string(issue('required'))
  .check(z.trim(), z.minLength(1, issue('required')), z.regex(bucketName, issue('bucket_name')));

/** AWS Region code, for example `eu-central-1`. Codes that are on no list are taken: AWS opens new regions. */
export const regionSchema = z
  .string(issue('required'))
  .check(z.trim(), z.minLength(1, issue('required')), z.regex(/^[a-z0-9-]{2,32}$/, issue('region')));

/** Access key ID. Amazon's have 20 characters; other stores' differ, so only what no key can hold is refused. */
export const accessKeyIdSchema = z
  .string(issue('required'))
  .check(z.trim(), z.minLength(1, issue('required')), z.regex(/^[\w-]{3,128}$/, issue('access_key_id')));

/** Secret access key. Without inner white space and without the quotes that it was copied with; otherwise taken as it is. */
export const secretAccessKeySchema = z
  .string(issue('required'))
  .check(
    z.trim(),
    z.minLength(1, issue('required')),
    z.maxLength(256, issue('too_long')),
    z.regex(/^(?!(["'`]).*\1$)\S+$/, issue('secret')),
  );

/** An S3-compatible endpoint, without bucket, path, user or query: `https://s3.example.com`. Empty: Amazon S3. */
export const endpointSchema = z
  .string(issue('endpoint'))
  .check(
    z.trim(),
    z.maxLength(255, issue('too_long')),
    z.regex(/^(?:https?:\/\/[\w.\-[\]:]+\/?)?$/i, issue('endpoint')),
  );

/** What the keys of all attachments begin with: empty, or folders that end in `/`, for example `help-desk/`. */
export const keyPrefixSchema = z
  .string(issue('key_prefix'))
  .check(
    z.trim(),
    z.maxLength(200, issue('too_long')),
    z.regex(/^(?!(?:.*\/)?\.{1,2}\/)(?:[\w!.'()-]+\/)*$/, issue('key_prefix')),
  );

/** Where attachments are opened instead of at S3, for example a CDN in front of the bucket: `https://files.example.com`. Empty: S3 itself. Of public links only. */
export const publicBaseUrlSchema = z
  .string(issue('public_base_url'))
  .check(
    z.trim(),
    z.maxLength(255, issue('too_long')),
    z.regex(/^(?:https?:\/\/[\w.\-[\]:]+(?:\/[\w.~!$&'()*+,;=:@%-]+)*\/?)?$/i, issue('public_base_url')),
  );

/** Version of the settings that the values were made from; 0 while nothing is saved. Where another one is saved by now, `settings_changed` is the answer. */
export const versionSchema = z.number().check(z.int(), z.minimum(0));

/** How attachments are opened. `public`: by a link that anybody can open who has it, as documented. `private`: by signed links that expire. */
export const linksSchema = z.enum(['public', 'private']);

/** Seconds for which a private link can be used from the moment that it is opened: a minute to a week, which is as long as S3 takes a signature. */
const linkLifetimeSchema = z.int().check(z.minimum(60), z.maximum(604_800));

/** How attachments are opened. */
export type Links = z.infer<typeof linksSchema>;

/** The values of the form, as it sends them. */
export const settingsInputSchema = z.object({
  bucket: bucketSchema,
  region: regionSchema,
  /** Left out, with the secret, exactly where the server brings the access key by itself. */
  accessKeyId: z.optional(accessKeyIdSchema),
  /** Left out: the saved one stays, if the access key ID is the one that it was saved for. */
  secretAccessKey: z.optional(secretAccessKeySchema),
  /** Each of these that is left out stays as it is saved. @default Amazon S3, virtual-hosted, no prefix, public links */
  endpoint: z.optional(endpointSchema),
  forcePathStyle: z.optional(z.boolean()),
  keyPrefix: z.optional(keyPrefixSchema),
  links: z.optional(linksSchema),
  /** @default '' */
  publicBaseUrl: z.optional(publicBaseUrlSchema),
  /** The IAM policy grants what is needed to tidy up after large files: `s3:AbortMultipartUpload`, `s3:ListMultipartUploadParts`. @default false */
  largeFiles: z.optional(z.boolean()),
  /** Of private links. @default 900 */
  linkLifetime: z.optional(linkLifetimeSchema),
  version: versionSchema,
});

/** The values where no saved secret can stand in: the first time, and for another access key. */
export const completeSettingsInputSchema = z.extend(settingsInputSchema, {
  accessKeyId: accessKeyIdSchema,
  secretAccessKey: secretAccessKeySchema,
});

/** The values of the form, as it sends them. */
export type SettingsInput = z.infer<typeof settingsInputSchema>;

const moment = z.string();

/** How uploads have been going since the settings are what they are. */
export const healthSchema = /* @__PURE__ */ z.discriminatedUnion('status', [
  /** Nothing was tried yet. */
  z.object({ status: z.literal('untried') }),
  z.object({
    status: z.literal('working'),
    /** ISO 8601: the last upload, or proof in an administrator's browser, that went well. */
    lastAt: moment,
    /** The failure that is over. */
    recovered: z.nullable(
      z.object({ at: moment, since: moment, count: z.number(), diagnosis: diagnosisSchema }),
    ),
  }),
  z.object({
    status: z.literal('failing'),
    /** ISO 8601: the first failure after the last success. */
    since: moment,
    lastAt: moment,
    /** Uploads that failed since then. */
    count: z.number(),
    /** The cause of the last one. */
    diagnosis: diagnosisSchema,
    /** The settings were saved anew after the last failure, and nothing was tried since. */
    changedSince: z.boolean(),
  }),
]);

/** How uploads have been going. */
export type Health = z.infer<typeof healthSchema>;

const saved = {
  bucket: z.string(),
  region: z.string(),
  /** Empty: Amazon S3, or what the backend was started with. */
  endpoint: z.string(),
  forcePathStyle: z.boolean(),
  keyPrefix: z.string(),
  links: linksSchema,
  /** Empty: S3 itself. */
  publicBaseUrl: z.string(),
  largeFiles: z.boolean(),
  /** Seconds. Only private links run out. */
  linkLifetime: z.number(),
  /** ISO 8601 date and time of the last change. */
  savedAt: moment,
  /** Id of who changed them last, in the host's world. */
  savedBy: z.string(),
  /** Grows by one with every change. */
  version: versionSchema,
};

const accessKey = {
  accessKeyId: z.string(),
  /** `unreadable`: it was encrypted with a key that the server has no more; it must be entered again. */
  secretAccessKey: z.enum(['configured', 'unreadable']),
  /** ISO 8601 date and time. */
  secretSavedAt: moment,
};

const from = z.enum(['environment', 'provider']);

/** An access key that the server brings by itself, from its environment or from a provider such as a role: none is entered or saved. */
export const serverKeySchema = z.discriminatedUnion('status', [
  /** A temporary one is another one from time to time. */
  z.object({ status: z.literal('ready'), from, accessKeyId: z.string() }),
  /** The server cannot get it. */
  z.object({ status: z.literal('failed'), from, diagnosis: diagnosisSchema }),
]);

/** An access key that the server brings by itself. */
export type ServerKey = z.infer<typeof serverKeySchema>;

/** As below, where the server brings the access key. */
const withServerKey = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not_configured'), serverKey: serverKeySchema }),
  z.object({ status: z.literal('configured'), ...saved, serverKey: serverKeySchema, health: healthSchema }),
  z.object({ status: z.literal('disabled'), ...saved, serverKey: serverKeySchema }),
]);

const withEnteredKey = z.discriminatedUnion('status', [
  /** Nothing was saved yet: attachments go to the database. */
  z.object({ status: z.literal('not_configured') }),
  /** New attachments go to S3. */
  z.object({ status: z.literal('configured'), ...saved, ...accessKey, health: healthSchema }),
  /** New attachments go to the database; those in S3 are read and deleted as before. */
  z.object({ status: z.literal('disabled'), ...saved, ...accessKey }),
  /** As `disabled`, and with no key to delete with, or to sign private links. */
  z.object({ status: z.literal('keys_removed'), ...saved }),
]);

/** What the server tells of the settings. The secret is write-only and is in no answer. Either the access key is entered and saved, or the server brings it (`serverKey`). */
export const settingsSchema = z.union([withServerKey, withEnteredKey]);

/** What the server tells of the settings. */
export type Settings = z.infer<typeof settingsSchema>;

/** Settings that were saved, whatever became of them. */
export type SavedSettings = Exclude<Settings, { status: 'not_configured' }>;

/** Takes S3 into use or out of it. `configured` needs a key that is saved, or the server's; after `keys_removed` one is entered by saving. A key that the server brings is not removed here. */
export const statusInputSchema = z.object({
  status: z.enum(['configured', 'disabled', 'keys_removed']),
  version: versionSchema,
});
