/** What became of a round of moving. `elsewhere`: another process is at it; `idle`: nothing runs, or somebody has paused it. */
export interface MoveReport {
  status: 'done' | 'paused' | 'idle' | 'elsewhere';
  moved: number;
  failed: number;
}

/** Moves attachments to another place, as an administrator has started it. */
export interface Mover {
  /** Goes on with the move that runs until it is at its end or is paused. Rejects with a fault of the store's; then it runs as before. */
  move(): Promise<MoveReport>;
  /** Goes on at once, where it was started. */
  wake(): void;
  /** Looks again and again whether a move runs, also one that another process has left, until the backend is closed. */
  start(): void;
}
