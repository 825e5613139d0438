import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Deed } from '../../contract/index.ts';
import type { LeftUpload, ObjectPlace, Place } from './AttachmentStore.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
/** As JSON: nothing is looked up by it. */
const json = <Data>(name: string) =>
  customType<{ data: Data; driverData: string }>({
    dataType: () => 'text',
    toDriver: (data) => JSON.stringify(data),
    fromDriver: (text) => JSON.parse(text) as Data,
  })(name);
const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The one row of settings. */
export const settings = pgTable(
  's3a_settings',
  {
    id: integer('id').primaryKey(),
    bucket: text('bucket').notNull(),
    region: text('region').notNull(),
    accessKeyId: text('access_key_id'),
    sealedSecret: text('sealed_secret'),
    savedAt: time('saved_at').notNull(),
    secretSavedAt: time('secret_saved_at'),
    savedBy: text('saved_by').notNull(),
    version: integer('version').notNull(),
    endpoint: text('endpoint'),
    forcePathStyle: boolean('force_path_style').notNull().default(false),
    keyPrefix: text('key_prefix').notNull().default(''),
    links: text('links', { enum: ['public', 'private'] })
      .notNull()
      .default('public'),
    failedSince: time('failed_since'),
    failedAt: time('failed_at'),
    failedCount: integer('failed_count').notNull().default(0),
    failedDiagnosis: text('failed_diagnosis'),
    failedVersion: integer('failed_version'),
    recoveredAt: time('recovered_at'),
    workedAt: time('worked_at'),
    workedVersion: integer('worked_version'),
    publicBaseUrl: text('public_base_url').notNull().default(''),
    largeFiles: boolean('large_files').notNull().default(false),
    linkLifetime: integer('link_lifetime').notNull().default(900),
    status: text('status', { enum: ['configured', 'disabled', 'keys_removed'] })
      .notNull()
      .default('configured'),
    /** `server`: it brings the access key by itself, and none is kept here. */
    keyFrom: text('key_from', { enum: ['settings', 'server'] })
      .notNull()
      .default('settings'),
  },
  (table) => [
    check('s3a_settings_one', sql`${table.id} = 1`),
    check(
      's3a_settings_key',
      sql`num_nulls(${table.accessKeyId}, ${table.sealedSecret}, ${table.secretSavedAt}) = case when ${table.status} = 'keys_removed' or ${table.keyFrom} = 'server' then 3 else 0 end`,
    ),
  ],
);

/** What is stored, was asked for, or is being deleted. */
export const attachments = pgTable(
  's3a_attachments',
  {
    id: text('id').primaryKey(),
    /** Order of arrival: those of one request share their moment. */
    position: bigserial('position', { mode: 'number' }).notNull(),
    ticketId: text('ticket_id').notNull(),
    status: text('status', { enum: ['pending', 'stored', 'deleting'] }).notNull(),
    name: text('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    type: text('type').notNull(),
    storedIn: text('stored_in', { enum: ['s3', 'database'] }).notNull(),
    bucket: text('bucket'),
    region: text('region'),
    key: text('key'),
    createdAt: time('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    endpoint: text('endpoint'),
    forcePathStyle: boolean('force_path_style').notNull().default(false),
    settingsVersion: integer('settings_version'),
    signedAt: time('signed_at'),
    draftId: text('draft_id'),
    uploadId: text('upload_id'),
    partSize: bigint('part_size', { mode: 'number' }),
    partChecksum: text('part_checksum', { enum: ['sha256', 'crc32'] }),
    opaqueEtags: boolean('opaque_etags').notNull().default(false),
    retryAt: time('retry_at'),
    tries: integer('tries').notNull().default(0),
    movingTo: json<Place>('moving_to'),
    leftAt: json<ObjectPlace>('left_at'),
    moveFailure: text('move_failure'),
    leftUploads: json<readonly LeftUpload[]>('left_uploads'),
    /** For the database: which of its contents is being written, and which is written to its end. */
    contentWriting: text('content_writing'),
    contentVersion: text('content_version'),
  },
  (table) => [
    index('s3a_attachments_ticket').on(table.ticketId, table.createdAt, table.position),
    // What is stored and at rest is most of them, and of no interest to who tidies up.
    index('s3a_attachments_unsettled')
      .on(table.status, table.retryAt)
      .where(
        sql`${table.status} <> 'stored' or ${table.leftAt} is not null or ${table.leftUploads} is not null`,
      ),
    // A few at a time, of however many there are.
    index('s3a_attachments_moving')
      .on(table.id)
      .where(sql`${table.movingTo} is not null or ${table.moveFailure} is not null`),
  ],
);

/** Who changed what. */
export const changes = pgTable('s3a_changes', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: time('at').notNull(),
  by: text('changed_by'),
  deed: json<Deed>('deed').notNull(),
});

/** The one row of the move under way, or of the last one. */
export const moves = pgTable(
  's3a_moves',
  {
    id: integer('id').primaryKey(),
    version: integer('version').notNull(),
    to: text('target', { enum: ['s3', 'database'] }).notNull(),
    status: text('status', { enum: ['running', 'paused', 'done'] }).notNull(),
    cause: text('cause'),
    startedAt: time('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    changedAt: time('changed_at').notNull(),
    total: integer('total').notNull(),
  },
  (table) => [check('s3a_moves_one', sql`${table.id} = 1`)],
);

/** Who does what only one process may do at a time. */
export const leases = pgTable('s3a_leases', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  until: time('until').notNull(),
});

/** The bytes of attachments in the database, in pieces of 1 MiB; an empty file has one empty piece. What was written before versions has ''. */
export const contents = pgTable(
  's3a_contents',
  {
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachments.id, { onDelete: 'cascade' }),
    piece: integer('piece').notNull(),
    bytes: bytea('bytes').notNull(),
    version: text('version').notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 's3a_contents_pkey', columns: [table.attachmentId, table.version, table.piece] }),
  ],
);
