/** The steps of the database in their order; once published a step never changes. The SQL is `drizzle-kit generate`'s for `schema.ts`. */
export const migrations: readonly { id: number; sql: readonly string[] }[] = [
  {
    id: 1,
    sql: [
      `CREATE TABLE "s3a_settings" (
        "id" integer PRIMARY KEY NOT NULL,
        "bucket" text NOT NULL,
        "region" text NOT NULL,
        "access_key_id" text NOT NULL,
        "sealed_secret" text NOT NULL,
        "saved_at" timestamp with time zone NOT NULL,
        "secret_saved_at" timestamp with time zone NOT NULL,
        "saved_by" text NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "s3a_settings_one" CHECK ("s3a_settings"."id" = 1)
      )`,
      `CREATE TABLE "s3a_attachments" (
        "id" text PRIMARY KEY NOT NULL,
        "position" bigserial NOT NULL,
        "ticket_id" text NOT NULL,
        "status" text NOT NULL,
        "name" text NOT NULL,
        "size" bigint NOT NULL,
        "type" text NOT NULL,
        "stored_in" text NOT NULL,
        "bucket" text,
        "region" text,
        "key" text,
        "created_at" timestamp with time zone NOT NULL,
        "created_by" text NOT NULL
      )`,
      `CREATE TABLE "s3a_contents" (
        "attachment_id" text NOT NULL,
        "piece" integer NOT NULL,
        "bytes" "bytea" NOT NULL,
        CONSTRAINT "s3a_contents_pkey" PRIMARY KEY("attachment_id","piece")
      )`,
      `ALTER TABLE "s3a_contents" ADD CONSTRAINT "s3a_contents_attachment_id_s3a_attachments_id_fk"
        FOREIGN KEY ("attachment_id") REFERENCES "s3a_attachments"("id") ON DELETE cascade ON UPDATE no action`,
      `CREATE INDEX "s3a_attachments_ticket" ON "s3a_attachments" USING btree ("ticket_id","created_at","position")`,
    ],
  },
  {
    id: 2,
    sql: [
      `ALTER TABLE "s3a_settings"
        ADD COLUMN "endpoint" text,
        ADD COLUMN "force_path_style" boolean DEFAULT false NOT NULL,
        ADD COLUMN "key_prefix" text DEFAULT '' NOT NULL,
        ADD COLUMN "links" text DEFAULT 'public' NOT NULL,
        ADD COLUMN "failed_since" timestamp with time zone,
        ADD COLUMN "failed_at" timestamp with time zone,
        ADD COLUMN "failed_count" integer DEFAULT 0 NOT NULL,
        ADD COLUMN "failed_diagnosis" text,
        ADD COLUMN "failed_version" integer,
        ADD COLUMN "recovered_at" timestamp with time zone,
        ADD COLUMN "worked_at" timestamp with time zone,
        ADD COLUMN "worked_version" integer`,
      `ALTER TABLE "s3a_attachments"
        ADD COLUMN "endpoint" text,
        ADD COLUMN "force_path_style" boolean DEFAULT false NOT NULL,
        ADD COLUMN "settings_version" integer`,
    ],
  },
  {
    id: 3,
    sql: [
      `ALTER TABLE "s3a_settings"
        ALTER COLUMN "access_key_id" DROP NOT NULL,
        ALTER COLUMN "sealed_secret" DROP NOT NULL,
        ALTER COLUMN "secret_saved_at" DROP NOT NULL,
        ADD COLUMN "public_base_url" text DEFAULT '' NOT NULL,
        ADD COLUMN "large_files" boolean DEFAULT false NOT NULL,
        ADD COLUMN "status" text DEFAULT 'configured' NOT NULL,
        ADD CONSTRAINT "s3a_settings_key" CHECK (num_nulls("s3a_settings"."access_key_id", "s3a_settings"."sealed_secret", "s3a_settings"."secret_saved_at") = case when "s3a_settings"."status" = 'keys_removed' then 3 else 0 end)`,
    ],
  },
  {
    id: 4,
    sql: [
      `ALTER TABLE "s3a_attachments"
        ADD COLUMN "signed_at" timestamp with time zone,
        ADD COLUMN "draft_id" text,
        ADD COLUMN "upload_id" text,
        ADD COLUMN "part_size" bigint,
        ADD COLUMN "part_checksum" text,
        ADD COLUMN "opaque_etags" boolean DEFAULT false NOT NULL`,
    ],
  },
  {
    id: 5,
    sql: [
      `CREATE TABLE "s3a_leases" (
        "name" text PRIMARY KEY NOT NULL,
        "owner" text NOT NULL,
        "until" timestamp with time zone NOT NULL
      )`,
      `ALTER TABLE "s3a_attachments"
        ADD COLUMN "retry_at" timestamp with time zone,
        ADD COLUMN "tries" integer DEFAULT 0 NOT NULL,
        ADD COLUMN "moving_to" text,
        ADD COLUMN "left_at" text,
        ADD COLUMN "move_failure" text`,
      `CREATE INDEX "s3a_attachments_unsettled" ON "s3a_attachments" USING btree ("status","retry_at") WHERE "s3a_attachments"."status" <> 'stored' or "s3a_attachments"."left_at" is not null`,
    ],
  },
  {
    id: 6,
    sql: [
      `CREATE TABLE "s3a_changes" (
        "id" bigserial PRIMARY KEY NOT NULL,
        "at" timestamp with time zone NOT NULL,
        "changed_by" text,
        "deed" text NOT NULL
      )`,
      `ALTER TABLE "s3a_settings"
        ADD COLUMN "key_from" text DEFAULT 'settings' NOT NULL,
        DROP CONSTRAINT "s3a_settings_key",
        ADD CONSTRAINT "s3a_settings_key" CHECK (num_nulls("s3a_settings"."access_key_id", "s3a_settings"."sealed_secret", "s3a_settings"."secret_saved_at") = case when "s3a_settings"."status" = 'keys_removed' or "s3a_settings"."key_from" = 'server' then 3 else 0 end)`,
    ],
  },
  {
    id: 7,
    sql: [
      `CREATE TABLE "s3a_moves" (
        "id" integer PRIMARY KEY NOT NULL,
        "version" integer NOT NULL,
        "target" text NOT NULL,
        "status" text NOT NULL,
        "cause" text,
        "started_at" timestamp with time zone NOT NULL,
        "started_by" text NOT NULL,
        "changed_at" timestamp with time zone NOT NULL,
        "total" integer NOT NULL,
        CONSTRAINT "s3a_moves_one" CHECK ("s3a_moves"."id" = 1)
      )`,
      `CREATE INDEX "s3a_attachments_moving" ON "s3a_attachments" USING btree ("id") WHERE "s3a_attachments"."moving_to" is not null or "s3a_attachments"."move_failure" is not null`,
    ],
  },
  {
    id: 8,
    sql: [
      `ALTER TABLE "s3a_settings" ADD COLUMN "link_lifetime" integer DEFAULT 900 NOT NULL`,
      `ALTER TABLE "s3a_attachments"
        ADD COLUMN "content_writing" text,
        ADD COLUMN "content_version" text`,
      `ALTER TABLE "s3a_contents"
        ADD COLUMN "version" text DEFAULT '' NOT NULL,
        DROP CONSTRAINT "s3a_contents_pkey",
        ADD CONSTRAINT "s3a_contents_pkey" PRIMARY KEY("attachment_id","version","piece")`,
      `UPDATE "s3a_attachments" SET "content_version" = '' WHERE "id" IN (SELECT "attachment_id" FROM "s3a_contents")`,
    ],
  },
  {
    id: 9,
    sql: [
      `ALTER TABLE "s3a_attachments" ADD COLUMN "left_uploads" text`,
      `DROP INDEX "s3a_attachments_unsettled"`,
      `CREATE INDEX "s3a_attachments_unsettled" ON "s3a_attachments" USING btree ("status","retry_at") WHERE "s3a_attachments"."status" <> 'stored' or "s3a_attachments"."left_at" is not null or "s3a_attachments"."left_uploads" is not null`,
    ],
  },
];
