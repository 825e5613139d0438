/** What the page of a contender is asked to do; comes in the address as JSON. */
export interface Config {
  /** Where its backend is mounted. */
  api: string;
  /** With its list, or its engine alone. */
  mode: 'list' | 'engine';
  /** Files that will come. */
  files: number;
  /** Bytes of each, where the page makes them; 0 where they are chosen. */
  size: number;
  /** Send in parts. */
  parts: boolean;
  /** Where the contender lets the host begin: only list them. */
  listOnly: boolean;
  /** Milliseconds without a byte that a request may last, for who can be told. */
  stallTimeout: number;
  /** Further tries a second apart, for who makes none unless told. */
  retry: number;
  /** Files at a time, for who starts all at once unless told; 0: as it does. */
  batch: number;
}

/** How it ended for all files. */
export interface Outcome {
  stored: number;
  failed: number;
}
