'use client';

/** The words around saving: what was found, who else saved, taking S3 out of use. */
export interface SaveMessages {
  save: string;
  saveFirst: string;
  saveRotated: string;
  checking: string;
  saving: string;
  discard: string;
  anyway: string;
  back: string;
  saved: (bucket: string) => string;
  /** Saved, although the check had found something. */
  savedDespite: string;
  savedDisabled: (bucket: string) => string;
  /** After another access key took the place of this one. */
  retired: (accessKeyId: string) => string;
  openIam: string;
  unsaved: string;
  refused: { title: string; text: string; unknownTitle: string; unknownText: string };
  /** Something was typed while it was checked. */
  changed: { title: string; text: string };
  unchecked: { title: string };
  conflict: {
    title: string;
    text: (facts: { by: string; when: string }) => string;
    field: string;
    mine: string;
    theirs: string;
    secretEntered: string;
    secretKept: string;
    secretSaved: (when: string) => string;
    empty: string;
    yes: string;
    no: string;
    keepMine: string;
    takeTheirs: string;
  };
  /** Somebody else saved, and nothing had been typed here. */
  changedByOther: (facts: { by: string; when: string }) => string;
}

/** The words around saving in English. */
export const saveMessages: SaveMessages = {
  save: 'Save changes',
  saveFirst: 'Save and store attachments in S3',
  saveRotated: 'Check and swap the keys',
  checking: 'Checking',
  saving: 'Saving',
  discard: 'Discard',
  anyway: 'Save anyway',
  back: 'Go back',
  saved: (bucket) => `Saved. New attachments are stored in the bucket “${bucket}”.`,
  savedDespite: 'Saved. New attachments go to S3, and will fail until the check below finds nothing wrong.',
  savedDisabled: (bucket) =>
    `Saved. New attachments still go to the database: the bucket “${bucket}” is out of use.`,
  retired: (accessKeyId) =>
    `The new key is in use. Now set ${accessKeyId} to “Inactive” in IAM, and delete it once uploads have worked for a day.`,
  openIam: 'Open IAM',
  unsaved: 'Not saved yet',
  refused: {
    title: 'Nothing was saved yet: this will not work',
    text: 'With these values new attachments would fail. What is wrong stands in the check below, with what to do.',
    unknownTitle: 'Nothing was saved yet: not everything could be checked',
    unknownText:
      'What could not be told, and why, stands in the check below. The saved secret is used only for the bucket and the endpoint that it was saved for: enter it to check others.',
  },
  changed: {
    title: 'Nothing was saved yet: something was changed meanwhile',
    text: 'What was checked is no longer what stands in the form. Save once more.',
  },
  unchecked: { title: 'Nothing was saved yet: the check could not be done' },
  conflict: {
    title: 'Somebody else saved meanwhile',
    text: ({ by, when }) =>
      `${by} changed these settings ${when}. Nothing of yours was saved, and nothing of it is lost. Where the two differ:`,
    field: 'Field',
    mine: 'Yours',
    theirs: 'Saved now',
    secretEntered: 'entered by you',
    secretKept: 'the saved one',
    secretSaved: (when) => `saved ${when}`,
    empty: 'empty',
    yes: 'on',
    no: 'off',
    keepMine: 'Save yours over it',
    takeTheirs: 'Use what is saved',
  },
  changedByOther: ({ by, when }) => `${by} changed these settings ${when}. You see them as they are now.`,
};

/** The words of taking S3 out of use. */
export interface StorageMessages {
  title: string;
  inUse: string;
  /** In use, and nothing can be signed: the secret is unreadable, or the server has no key. */
  blocked: string;
  disable: string;
  disableTitle: string;
  disableText: readonly string[];
  disableConfirm: string;
  outOfUse: string;
  enable: string;
  remove: string;
  removeTitle: string;
  removeText: (facts: { accessKeyId: string; links: 'public' | 'private' }) => readonly string[];
  removeConfirm: string;
  removed: string;
  cancel: string;
  unsavedFirst: string;
  done: Record<'configured' | 'disabled' | 'keys_removed', string>;
}

/** The words of taking S3 out of use in English. */
export const storageMessages: StorageMessages = {
  title: 'Storage',
  inUse: 'New attachments go to your bucket.',
  blocked:
    'New attachments are meant for your bucket, and are refused until there is an access key that works.',
  disable: 'Disable S3 storage',
  disableTitle: 'Disable S3 storage?',
  disableText: [
    'New attachments go to the database from now on.',
    'Attachments that are in the bucket stay there: they can be opened and deleted as before, so leave the bucket and its access key as they are.',
    'Nothing is moved by itself: that can be started afterwards. You can enable S3 again at any time.',
  ],
  disableConfirm: 'Disable S3 storage',
  outOfUse: 'New attachments go to the database. Those in the bucket can be opened and deleted.',
  enable: 'Enable S3 storage',
  remove: 'Remove keys',
  removeTitle: 'Remove the access key?',
  removeText: ({ accessKeyId, links }) => [
    `The access key ID ${accessKeyId} and its secret are erased here. Bucket and region stay.`,
    'New attachments go to the database from now on.',
    links === 'public'
      ? 'Attachments that are in the bucket can still be opened by their public links, but not be deleted until a key is entered again.'
      : 'Attachments that are in the bucket can neither be opened nor deleted until a key is entered again: private links are signed with it.',
    'The key itself still exists in AWS: deactivate or delete it in IAM.',
  ],
  removeConfirm: 'Remove the access key',
  removed: 'The access key was removed. New attachments go to the database.',
  cancel: 'Cancel',
  unsavedFirst: 'Save or discard your changes first.',
  done: {
    configured: 'S3 storage is enabled. New attachments go to your bucket.',
    disabled: 'S3 storage is disabled. New attachments go to the database.',
    keys_removed: 'The access key was removed. New attachments go to the database.',
  },
};
