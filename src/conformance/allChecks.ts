import type { Check } from './Check.ts';
import { bodyChecks } from './checks/bodies.ts';
import { completingChecks } from './checks/completing.ts';
import { connectionChecks } from './checks/connection.ts';
import { databaseChecks } from './checks/database.ts';
import { draftChecks } from './checks/drafts.ts';
import { failureChecks } from './checks/failures.ts';
import { moveChecks } from './checks/moving.ts';
import { multipartChecks } from './checks/multipart.ts';
import { originChecks } from './checks/origins.ts';
import { permissionChecks } from './checks/permissions.ts';
import { presignedChecks } from './checks/presigned.ts';
import { savingChecks } from './checks/savingSettings.ts';
import { settingsChecks } from './checks/settings.ts';
import { signingChecks } from './checks/signing.ts';
import { s3Checks } from './checks/throughS3.ts';

/** Every check there is, beside what is judged over all answers. */
export const allChecks: readonly Check[] = [
  ...permissionChecks,
  ...originChecks,
  ...bodyChecks,
  ...settingsChecks,
  ...savingChecks,
  ...connectionChecks,
  ...signingChecks,
  ...databaseChecks,
  ...completingChecks,
  ...draftChecks,
  ...failureChecks,
  ...moveChecks,
  ...presignedChecks,
  ...multipartChecks,
  ...s3Checks,
];
