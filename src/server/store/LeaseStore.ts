/** Who does what only one process may do at a time. A lease runs out by itself, so that nobody waits for a process that is gone. */
export interface LeaseStore {
  /** Takes a lease, or takes one's own anew, until that moment; `false` while somebody else's has not run out at `now`. */
  takeLease(name: string, owner: string, until: Date, now: Date): Promise<boolean>;
  /** Gives it back; nothing happens when it is somebody else's by now. */
  dropLease(name: string, owner: string): Promise<void>;
}
