import { expect, it } from 'vitest';
import {
  needsSize,
  type Refusal,
  refusalByKind,
  refusalBySize,
  type Restrictions,
} from '../../src/engine/checkRestrictions.ts';

const photo = { name: 'Photo.JPG', type: 'image/jpeg' };

it.each<[string, { name: string; type: string }]>([
  ['image/*', photo],
  ['.jpg', photo],
  ['.JPG', photo],
  ['image/jpeg', photo],
  ['IMAGE/JPEG', photo],
  ['.pdf, image/*', photo],
  ['*/*', { name: 'whatever', type: '' }],
  ['', photo],
  [' , ', photo],
  ['text/plain', { name: 'notes.txt', type: 'text/plain; charset=utf-8' }],
  ['text/plain', { name: 'notes.txt', type: 'TEXT/PLAIN ;charset=utf-8' }],
  ['.tar.gz', { name: 'backup.tar.gz', type: '' }],
])('a host that accepts "%s" gets %o', (accept, file) => {
  expect(refusalByKind(file, { accept }, 0)).toBeNull();
});

it.each<[string, { name: string; type: string }]>([
  ['.pdf', photo],
  ['image/png', photo],
  ['video/*', photo],
  ['image', photo],
  ['.jpg', { name: 'photo.jpg.exe', type: '' }],
  ['.jpg', { name: 'jpg', type: '' }],
  ['image/*', { name: 'photo.jpg', type: '' }],
  ['image/*', { name: 'photo.jpg', type: 'imagery/jpeg' }],
  ['image/*', { name: 'photo.jpg', type: 'text/image/jpeg' }],
  ['jpg', { name: 'photo.jpg', type: 'image/jpeg' }],
])('a host that accepts "%s" does not get %o, and the rule is named as it was written', (accept, file) => {
  expect(refusalByKind(file, { accept }, 0)).toEqual({ code: 'type_not_accepted', accept });
});

it('takes as many files as the host lets in, and not one more', () => {
  expect(refusalByKind(photo, { maxFiles: 3 }, 2)).toBeNull();
  expect(refusalByKind(photo, { maxFiles: 3 }, 3)).toEqual({ code: 'too_many', maximum: 3 });
  expect(refusalByKind(photo, { maxFiles: 0 }, 0)).toEqual({ code: 'too_many', maximum: 0 });
  expect(refusalByKind(photo, {}, 10_000)).toBeNull();
});

it('says of a file of the wrong kind that it is of the wrong kind, also where there are too many', () => {
  expect(refusalByKind(photo, { accept: '.pdf', maxFiles: 0 }, 0)).toMatchObject({
    code: 'type_not_accepted',
  });
});

it.each<[number, Restrictions, number, Refusal | null]>([
  [100, { maxFileSize: 100 }, 0, null],
  [101, { maxFileSize: 100 }, 0, { code: 'too_large', size: 101, maximum: 100 }],
  [10, { minFileSize: 10 }, 0, null],
  [9, { minFileSize: 10 }, 0, { code: 'too_small', size: 9, minimum: 10 }],
  [40, { maxTotalSize: 100 }, 60, null],
  [41, { maxTotalSize: 100 }, 60, { code: 'total_too_large', size: 101, maximum: 100 }],
  [0, { maxFileSize: 0 }, 0, null],
  [1e15, {}, 1e15, null],
  [200, { maxFileSize: 100, maxTotalSize: 100 }, 0, { code: 'too_large', size: 200, maximum: 100 }],
])('a file of %i bytes under %o beside %i bytes: %o', (size, rules, total, refusal) => {
  expect(refusalBySize(size, rules, total)).toEqual(refusal);
});

it('looks at sizes only where a rule is about them', () => {
  expect(needsSize({})).toBe(false);
  expect(needsSize({ accept: '.pdf', maxFiles: 1 })).toBe(false);
  expect(needsSize({ maxFileSize: 0 })).toBe(true);
  expect(needsSize({ minFileSize: 0 })).toBe(true);
  expect(needsSize({ maxTotalSize: 0 })).toBe(true);
});
