import type { GuideFacts } from '../../src/guide/index.ts';
import { guideSteps } from '../../src/guide/index.ts';

const guideFacts: GuideFacts[] = ['', 'acme-triage'].flatMap((bucket) =>
  ['', 'eu-central-1', 'cn-north-1', 'us-gov-west-1', 'xy-nowhere-9'].flatMap((region) =>
    (['public', 'private'] as const).flatMap((links) =>
      [true, false].flatMap((largeFiles) =>
        [undefined, true].map((post) => ({
          bucket,
          region,
          links,
          largeFiles,
          keyPrefix: largeFiles ? 'help-desk/' : '',
          ...(post && { post }),
        })),
      ),
    ),
  ),
);
const bytes = (size: number) => `${size} kB`;
const names = [[['rep.pdf']], [['rep.pdf', 'b.png']], [['a', 'b', 'c', 'd', 'e']]] as const;
const namesAndTitle = names.map(([list]) => [list, 'Der Grund']);
const byWhen = { by: 'Ada Moss', when: 'Tuesday, 3:07' };
const counts = [[1], [2], [3], [5], [11], [21], [100]];
const amounts = counts.map(([count]) => ({ count, size: '4.2 GB', bucket: 'acme-triage' }));
const moves = (['s3', 'database'] as const).flatMap((to) =>
  ['acme-triage', null].map((bucket) => ({ by: 'Ada Moss', to, bucket })),
);
const none = { count: 0, size: 0 };
const references = [['7QX2'], [null]];

/** What the functions of a catalogue are called with, by their path below the four catalogues; a text alone stands for one argument. */
export const samples: Record<string, readonly (readonly unknown[])[] | readonly string[]> = {
  'everyone.administrator': references,
  'everyone.link': references,
  'everyone.time': references,
  'everyone.connection': references,
  'everyone.viewer': references,
  'alert.openField': ['Das Feld'],
  'alert.openStep': ['Der Schritt'],
  'alert.sentence': ['Der Grund'],
  'alert.s3': [[{ status: 403, code: 'AccessDenied' }], [{ status: 503 }]],
  'list.view': ['rep.pdf'],
  'list.download': ['rep.pdf'],
  'list.downloadLarge': [['rep.pdf', '50 MB']],
  'list.downloading': ['37 %'],
  'list.delete': ['rep.pdf'],
  'list.deleted': ['rep.pdf'],
  'list.deleting': ['rep.pdf'],
  'list.undoDelete': ['rep.pdf'],
  'list.announceDeleted': ['rep.pdf'],
  'list.announceBack': ['rep.pdf'],
  'list.announceNotDeleted': [['rep.pdf', 'Der Grund']],
  'list.announceMissing': [['rep.pdf', 'Der Grund']],
  'lightbox.position': [['3', '17']],
  'health.failing': counts.map(([count]) => [{ since: 'Tuesday, 3:07', count }]),
  'health.recovered': counts.map(([count]) => [{ at: 'Friday, 4:08', since: 'Tuesday, 3:07', count }]),
  'check.running': [[3, 17]],
  'check.notDone': ['Der Grund'],
  'check.wrong': counts.map(([count]) => [count, 'Der Grund']),
  'check.warning': counts.map(([count]) => [count, 'Der Grund']),
  'check.checkedAt': ['Tuesday, 3:07'],
  'check.skipped.explained': [['Der Schritt'], [null]],
  'check.skipped.custom_endpoint': [[null]],
  'check.skipped.needs_secret': [[null]],
  'check.untold.timeout': [[null]],
  'check.untold.no_answer': [[null]],
  'check.untold.permission': [['s3:GetBucketCORS'], [null]],
  'check.forms': [[true], [false]],
  'check.note': ['Der Grund'],
  'check.identity': ['arn:aws:iam::123456789012:user/acme'],
  'check.sameCause': ['Der Grund'],
  ...Object.fromEntries(guideSteps.map((step) => [`guide.${step}`, guideFacts.map((facts) => [facts])])),
  ...Object.fromEntries(
    guideSteps.map((step) => [
      `pictures.alternative.${step}`,
      guideFacts.filter(({ bucket }) => bucket !== '').map((facts) => [facts]),
    ]),
  ),
  'guidePanel.intro': ['', 'acme-triage'],
  'guidePanel.step': [[3]],
  'guidePanel.markedAbove': ['AllowedMethods'],
  'guidePanel.unknown.permission': ['s3:GetBucketCORS'],
  'guidePanel.progress': [[3, 7]],
  'guidePanel.copyOf': ['Das Dokument'],
  'guidePanel.documentLabel': ['Der Schritt'],
  'shortcut.downloadOf': ['AWS CloudShell'],
  'form.detected': ['eu-central-1'],
  'form.secretSavedAt': ['Tuesday, 3:07'],
  'form.secretAge': [[0], ...counts],
  'form.secretOld': [[91], [120], [365]],
  'form.rotateSteps': ['AKIAIOSFODNN7EXAMPLE'],
  'form.advancedChanged': counts,
  'form.lifetime': [[300], [3600], [86_400], [604_800], [7200], [660], [1], [90]],
  'form.trimmed': [[['spaces']], [['spaces', 'quotes']], [['line_breaks', 'invisible', 'quotes']]],
  'form.filled': [[['Feld A']], [['Feld A', 'Feld B', 'Feld C']]],
  'form.suggestion': ['acme-triage'],
  'save.saved': ['acme-triage'],
  'save.savedDisabled': ['acme-triage'],
  'save.retired': ['AKIAIOSFODNN7EXAMPLE'],
  'save.conflict.text': [[byWhen]],
  'save.conflict.secretSaved': ['Tuesday, 3:07'],
  'save.changedByOther': [[byWhen]],
  'storage.removeText': [
    [{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', links: 'public' }],
    [{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', links: 'private' }],
  ],
  ...Object.fromEntries(
    ['setUp', 'disabled', 'enabled', 'keysRemoved', 'keyRotated', 'changed', 'unchanged', 'reencrypted'].map(
      (act) => [`history.${act}`, ['Ada Moss']],
    ),
  ),
  ...Object.fromEntries(
    ['started', 'paused', 'resumed', 'stopped', 'finished'].map((act) => [
      `history.moved.${act}`,
      moves.map((facts) => [facts]),
    ]),
  ),
  'history.field.set': [[{ label: 'Das Feld', after: 'eu-central-1' }]],
  'history.field.cleared': [[{ label: 'Das Feld', before: 'eu-west-3' }]],
  'history.field.replaced': [[{ label: 'Das Feld', before: 'eu-west-3', after: 'eu-central-1' }]],
  'history.field.on': ['Das Feld'],
  'history.field.off': ['Das Feld'],
  'move.inDatabase': amounts.map((amount) => [amount]),
  'move.inBucket': amounts.map((amount) => [amount]),
  'move.elsewhere': amounts.map((amount) => [amount]),
  'move.askText': amounts.flatMap((amount) =>
    (['s3', 'database'] as const).flatMap((to) =>
      [none, { count: 3, size: 5 }].map((place) => [
        { ...amount, to, places: { database: none, bucket: place, elsewhere: place } },
      ]),
    ),
  ),
  'move.progress': [[{ moved: 3, total: 17 }]],
  'move.failedSoFar': counts,
  'move.notAll': counts,
  'move.failures': counts,
  'move.failure': [[{ name: 'rep.pdf', ticketId: '4711', size: '4.2 GB' }]],
  'move.more': counts,
  'move.said': [[{ to: 's3', percent: 25 }], [{ to: 'database', percent: 75 }]],
  'panel.configured': ['acme-triage'],
  'panel.disabled': ['acme-triage'],
  'panel.keysRemoved': ['acme-triage'],
  'panel.savedAt': ['Tuesday, 3:07'],
  'uploader.sending': [
    [{ loaded: '4 MB', total: '9 MB', percent: '44 %', speed: '2 MB/s', left: '3 min' }],
    [{ loaded: '4 MB', total: '9 MB', percent: '44 %', speed: null, left: null }],
  ],
  'uploader.paused': ['44 %'],
  'uploader.storedBut': ['Der Grund'],
  'uploader.failed': [['Der Grund'], [null]],
  'uploader.refused.type_not_accepted': [[{ code: 'type_not_accepted', accept: 'image/*, .pdf' }, bytes]],
  'uploader.refused.too_many': counts.map(([maximum]) => [{ code: 'too_many', maximum }, bytes]),
  'uploader.refused.too_large': [[{ code: 'too_large', size: 17, maximum: 5 }, bytes]],
  'uploader.refused.too_small': [[{ code: 'too_small', size: 17, minimum: 33 }, bytes]],
  'uploader.refused.total_too_large': [[{ code: 'total_too_large', size: 17, maximum: 5 }, bytes]],
  'uploader.refusedTogether': [['12', 'Der Grund']],
  'uploader.all.done': [['3', '17']],
  'uploader.all.left': ['3 min'],
  ...Object.fromEntries(
    [
      'cancel',
      'remove',
      'hide',
      'dismiss',
      'pause',
      'resume',
      'retry',
      'tryNow',
      'rename',
      'newName',
      'move',
      'progress',
      'announceRenamed',
      'announceNotRenamed',
    ].map((act) => [`uploader.${act}`, ['rep.pdf']]),
  ),
  ...Object.fromEntries(
    [
      'subject',
      'announceAdded',
      'announceStored',
      'announceRemoved',
      'announcePaused',
      'announceResumed',
    ].map((act) => [`uploader.${act}`, names]),
  ),
  'uploader.announceFailed': namesAndTitle,
  'uploader.announceRefused': namesAndTitle,
  'uploader.announceMoved': [['rep.pdf', '3', '17']],
};
