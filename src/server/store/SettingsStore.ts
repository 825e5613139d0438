import type { Links } from '../../contract/index.ts';
import type { ChangeToKeep } from './ChangeStore.ts';

/** An access key as it is kept: its secret only as cipher text. */
export interface SealedAccessKey {
  id: string;
  /** Sealed by `createVault`. */
  sealedSecret: string;
  /** When the secret was entered. */
  savedAt: Date;
}

/** Whether S3 is in use. `keys_removed` is always without an access key; otherwise `null` says that the server brings one by itself. */
export type SettingsStatus =
  | { status: 'configured' | 'disabled'; accessKey: SealedAccessKey | null }
  | { status: 'keys_removed'; accessKey: null };

/** The values that are saved beside the access key. */
interface SavedValues {
  bucket: string;
  region: string;
  /** Origin of an S3-compatible service; `null`: Amazon S3, or what the backend was started with. */
  endpoint: string | null;
  forcePathStyle: boolean;
  /** What the keys of new attachments begin with: empty, or folders that end in `/`. */
  keyPrefix: string;
  links: Links;
  /** Where public links lead, without a slash at the end; empty: to S3 itself, and always with private links. */
  publicBaseUrl: string;
  largeFiles: boolean;
  /** Seconds that a private link can be used. */
  linkLifetime: number;
  savedAt: Date;
  savedBy: string;
}

/** What is saved as the settings. */
export type SavedSettings = SavedValues & SettingsStatus;

/** How uploads have been going, as it is kept. The versions are those of the settings that it speaks of. */
export interface HealthRow {
  /** The first failure of the last stretch; `null` when there was none. */
  failedSince: Date | null;
  /** The last failure of that stretch. */
  failedAt: Date | null;
  failedCount: number;
  /** The last failure's diagnosis as JSON. */
  failedDiagnosis: string | null;
  failedVersion: number | null;
  /** What ended that stretch; `null` while it lasts. */
  recoveredAt: Date | null;
  /** The last success, to the minute. */
  workedAt: Date | null;
  workedVersion: number | null;
}

/** What is kept of the settings. */
export type SettingsRow = SavedSettings & {
  /** Grows by one with every save. */
  version: number;
  /** A save leaves it as it is. */
  health: HealthRow;
};

/** A failure or a success that belongs to one version of the settings. */
export interface HealthEvent {
  settingsVersion: number;
  at: Date;
}

/** Where the settings are kept, and how uploads go with them. */
export interface SettingsStore {
  readSettings(): Promise<SettingsRow | null>;
  /**
   * Writes the settings and raises the version by one, if it still is `expectedVersion` (0: nothing is saved yet); answers with
   * what is now there, or with `null` when somebody else has saved. Of many who save at once from one version one succeeds. The
   * change is written down with it: both are there, or neither.
   */
  saveSettings(
    settings: SavedSettings,
    expectedVersion: number,
    change: ChangeToKeep,
  ): Promise<SettingsRow | null>;
  /**
   * Puts another cipher text of the same secret in the place of this one, and writes that down; `false` when it is not the saved one
   * any more. To everybody else the settings stay as they are, their version too.
   */
  resealSecret(from: string, to: string, change: ChangeToKeep): Promise<boolean>;
  /** Counts a failure and begins a stretch of them, if none lasts. Nothing happens when the settings are of another version by now. */
  recordFailure(failure: HealthEvent & { diagnosis: string }): Promise<void>;
  /**
   * Ends the stretch of failures and notes the success. Writes nothing when none lasts and one of this version was noted
   * after `unlessAfter`, nor when the settings are of another version by now.
   */
  recordSuccess(success: HealthEvent & { unlessAfter: Date }): Promise<void>;
}
