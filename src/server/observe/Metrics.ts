/** Every counter there is, with the names of its labels; who counts something new adds a row. A label takes values of a short list only. */
export const counters = {
  s3a_requests_total: { help: 'Requests that were answered.', labels: ['route', 'status'] },
  s3a_failures_total: { help: 'Failures that somebody was told of, by cause.', labels: ['code'] },
  s3a_rate_limited_total: { help: 'Requests over the rate of one user.', labels: ['limit'] },
  s3a_files_signed_total: { help: 'Files that were given the right to be sent.', labels: [] },
  s3a_parts_signed_total: { help: 'Parts that were given the right to be sent.', labels: [] },
  s3a_files_stored_total: { help: 'Files that were registered as stored.', labels: ['stored_in'] },
  s3a_sweeps_total: { help: 'Rounds of tidying up.', labels: ['result'] },
  s3a_swept_total: { help: 'What was tidied up.', labels: ['what'] },
  s3a_moved_total: { help: 'Attachments that were moved to another place.', labels: ['result'] },
  s3a_moved_bytes_total: { help: 'Bytes that were moved to another place.', labels: [] },
} as const satisfies Record<string, Kind>;

/** Every timing there is, in seconds. */
export const histograms = {
  s3a_request_seconds: { help: 'Time until an answer began.', labels: ['route'] },
  s3a_sweep_seconds: { help: 'Time that a round of tidying up took.', labels: [] },
} as const satisfies Record<string, Kind>;

/** What there is to be told of a counter or a timing. */
export interface Kind {
  help: string;
  labels: readonly string[];
}

type Labels<K extends Kind> = Record<K['labels'][number], string | number>;

/** What is counted and timed in this process, for Prometheus. Never throws. */
export interface Metrics {
  /** Adds to a counter. @param by @default 1 */
  count<N extends keyof typeof counters>(name: N, labels: Labels<(typeof counters)[N]>, by?: number): void;
  /** Notes how many seconds something took. */
  observe<N extends keyof typeof histograms>(
    name: N,
    labels: Labels<(typeof histograms)[N]>,
    seconds: number,
  ): void;
  /** All of it as Prometheus text, version 0.0.4. */
  write(): string;
}
