import type { Check } from './Check.ts';
import { bodyChecks } from './checks/bodyChecks.ts';
import { completingChecks } from './checks/completingChecks.ts';
import { connectionChecks } from './checks/connectionChecks.ts';
import { databaseChecks } from './checks/databaseChecks.ts';
import { draftChecks } from './checks/draftChecks.ts';
import { failureChecks } from './checks/failureChecks.ts';
import { moveChecks } from './checks/moveChecks.ts';
import { multipartChecks } from './checks/multipartChecks.ts';
import { originChecks } from './checks/originChecks.ts';
import { permissionChecks } from './checks/permissionChecks.ts';
import { presignedChecks } from './checks/presignedChecks.ts';
import { savingChecks } from './checks/savingChecks.ts';
import { settingsChecks } from './checks/settingsChecks.ts';
import { signingChecks } from './checks/signingChecks.ts';
import { s3Checks } from './checks/s3Checks.ts';

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
