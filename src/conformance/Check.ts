import type { Role } from './ConformanceOptions.ts';
import type { Subject } from './ConformanceReport.ts';
import type { World } from './World.ts';

/** One promise, and how it is looked at. */
export interface Check {
  subject: Subject;
  /** What the implementation does, as a sentence without its subject: "answers 401 to nobody". */
  sentence: string;
  /** Who has to be known for it. `writer`: an agent or an administrator. */
  people: readonly (Role | 'writer')[];
  /** When it can be looked at: with new attachments going there; `settings`: while settings are being saved. @default at any time */
  when?: 'database' | 's3' | 'settings';
  /** Sends files to S3. @default false */
  sends?: boolean;
  /** @throws Shortfall, Blocked */
  run: (world: World) => Promise<void>;
}
