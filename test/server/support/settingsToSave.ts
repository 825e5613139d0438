import type { ChangeToKeep, SavedSettings } from '../../../src/server/index.ts';

/** Settings as a store is given them, with every member off its default. */
export const settingsToSave = {
  bucket: 'acme-triage',
  region: 'eu-central-1',
  endpoint: 'https://s3.acme.test:9000',
  forcePathStyle: true,
  keyPrefix: 'help-desk/',
  links: 'public',
  publicBaseUrl: 'https://files.acme.test/desk',
  largeFiles: true,
  linkLifetime: 3600,
  savedAt: new Date('2031-01-01T00:00:00.123Z'),
  savedBy: 'ada',
  status: 'configured',
  accessKey: {
    id: 'AKIAACMETRIAGE234567',
    sealedSecret: 'v1.00000000.iv.cipher',
    savedAt: new Date('2030-01-01T00:00:00Z'),
  },
} satisfies SavedSettings;

/** What a store is told of a save, where the test is about something else. */
export const someChange: ChangeToKeep = {
  at: new Date('2031-01-01T00:00:00.123Z'),
  by: 'ada',
  deed: { kind: 'settings', fields: [] },
};
