// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisMessages } from '../DiagnosisMessages.ts';

/** The words on our own API that only settings and set-up have. */
export const api = {
  settings_changed: () => ({
    title: 'Somebody else changed the settings meanwhile',
    cause: 'What you entered was made from settings that are no longer the saved ones, so nothing was saved.',
    remedy: ['Compare what you entered with what is saved now, then save again.'],
  }),
  move_conflict: (d) => ({
    title: 'Attachments cannot be moved this way now',
    cause: {
      s3_not_in_use:
        'S3 is out of use: new attachments go to the database, and those in the database stay there.',
      s3_in_use: 'S3 is in use: new attachments go to the bucket, and those in the bucket stay there.',
      running: 'They are being moved the other way at the moment.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'Enable S3 storage, then move them.',
        s3_in_use: 'Disable S3 storage, then move them.',
        running: 'Pause that move first.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'The key prefix is not one that can be used',
          cause:
            'It is made of folders: letters, digits and hyphens, each folder with a slash behind it and none in front.',
          remedy: ['Write it like help-desk/ or desk/attachments/, or leave it empty.'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'The public base URL is not one that can be used',
            cause:
              'It is a whole address, with https:// in front, without a query or a user; and it goes with public links only.',
            remedy: [
              'Write it like https://files.example.com or https://cdn.example.com/desk, or leave it empty: links then lead to S3 itself.',
            ],
          }
        : {
            title: 'Some of what was sent is not valid',
            cause: `The server refused what was sent as ${[...new Set(d.issues.map(({ path }) => `“${path}”`))].join(', ') || 'this request'}.`,
            remedy: ['Correct it and try again.'],
          },
  server_closing: () => ({
    title: 'The server is being restarted',
    cause: 'It finishes what it has begun and takes nothing new.',
    remedy: ['Try again in a few seconds.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'The server does not take requests from this site',
    cause: `${d.origin ?? 'The page’s origin'} is not on the list of origins that the server allows.`,
    remedy: ['Who runs the server can add it to the allowed origins.'],
  }),
} satisfies Partial<DiagnosisMessages>;
