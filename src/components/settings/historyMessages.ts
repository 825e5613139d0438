'use client';

/** The words of the history: who changed what. */
export interface HistoryMessages {
  title: string;
  loading: string;
  empty: string;
  /** There are older ones than those that are shown. */
  more: string;
  /** Stands for who it was where nobody was signed in. */
  server: string;
  setUp: (by: string) => string;
  disabled: (by: string) => string;
  enabled: (by: string) => string;
  keysRemoved: (by: string) => string;
  keyRotated: (by: string) => string;
  changed: (by: string) => string;
  unchanged: (by: string) => string;
  reencrypted: (by: string) => string;
  /** `to`: the bucket, or `null` for the database. */
  moved: Record<
    'started' | 'paused' | 'resumed' | 'stopped' | 'finished',
    (facts: { by: string; to: 's3' | 'database'; bucket: string | null }) => string
  >;
  /** One field, by its label. */
  field: {
    set: (facts: { label: string; after: string }) => string;
    cleared: (facts: { label: string; before: string }) => string;
    replaced: (facts: { label: string; before: string; after: string }) => string;
    on: (label: string) => string;
    off: (label: string) => string;
    secretEntered: string;
    secretReplaced: string;
    secretErased: string;
  };
}

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'the database' : bucket === null ? 'S3' : `the bucket “${bucket}”`;

/** The words of the history in English. */
export const historyMessages: HistoryMessages = {
  title: 'History',
  loading: 'Loading the history',
  empty: 'Nothing has been changed since the history is kept.',
  more: 'These are the newest changes. Older ones are kept on the server.',
  server: 'The server',
  setUp: (by) => `${by} set up S3 storage`,
  disabled: (by) => `${by} disabled S3 storage`,
  enabled: (by) => `${by} enabled S3 storage again`,
  keysRemoved: (by) => `${by} removed the access key`,
  keyRotated: (by) => `${by} replaced the access key`,
  changed: (by) => `${by} changed the settings`,
  unchanged: (by) => `${by} saved the settings as they were`,
  reencrypted: (by) => `${by} encrypted the saved secret anew`,
  moved: {
    started: (facts) => `${facts.by} began to move attachments to ${place(facts)}`,
    paused: (facts) => `${facts.by} paused the move to ${place(facts)}`,
    resumed: (facts) => `${facts.by} resumed the move to ${place(facts)}`,
    stopped: (facts) => `${facts.by} stopped the move to ${place(facts)}`,
    finished: (facts) => `${facts.by} finished the move to ${place(facts)}`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${after}`,
    cleared: ({ label, before }) => `${label}: ${before} was removed`,
    replaced: ({ label, before, after }) => `${label}: ${before} became ${after}`,
    on: (label) => `${label}: turned on`,
    off: (label) => `${label}: turned off`,
    secretEntered: 'A secret access key was entered',
    secretReplaced: 'The secret access key was replaced',
    secretErased: 'The secret access key was erased',
  },
};
