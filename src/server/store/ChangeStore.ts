import type { Deed } from '../../contract/index.ts';

/** What is written down of a change: never a secret, nor anything that is made of one. */
export interface ChangeToKeep {
  at: Date;
  /** Id of who did it; `null`: nobody who was signed in. */
  by: string | null;
  deed: Deed;
}

/** A change as it is kept. */
export interface ChangeRow extends ChangeToKeep {
  /** Grows with every change. */
  id: number;
}

/** Who changed what. Nothing of it is ever changed or deleted. A change of the settings is written with them, by `saveSettings`. */
export interface ChangeStore {
  /** Writes down what is no change of the settings themselves, such as a move of attachments. */
  addChange(change: ChangeToKeep): Promise<void>;
  /** The newest `limit` changes, the newest first. */
  listChanges(limit: number): Promise<ChangeRow[]>;
}
