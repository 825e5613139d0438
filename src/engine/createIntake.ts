import { type Attachment, shownName } from '../contract/index.ts';
import {
  needsSize,
  type Refusal,
  type Restrictions,
  refusalByKind,
  refusalBySize,
} from './checkRestrictions.ts';
import type { Board } from './createBoard.ts';
import type { Upload } from './Upload.ts';
import type { PickedFile, UploaderEvent } from './Uploader.ts';

/** What comes onto the board: the host's rules, sizes, and the same file twice. */
export interface Intake {
  /**
   * Puts files onto the board, queued or refused, and says so; their sizes are not looked at. `take` is given those that are queued:
   * of thousands only the first at once, the others when the board is completed. Returns the ids of all.
   */
  add(files: Iterable<File | PickedFile>, take: (id: string, file: File) => void): string[];
  /** Looks at the size of a file, once; gives the rule that keeps it out for that. `known`: bytes, where they were looked at. */
  measure(id: string, known?: number): Refusal | null;
  /** Puts attachments that the draft holds onto the board, unless they are there. */
  restore(attachments: readonly Attachment[]): void;
  drop(id: string): void;
  setRestrictions(restrictions: Restrictions): void;
}

/** Files that are looked at before a long list is seen for the first time: more than any screen shows. */
const atOnce = 100;

/** Makes the intake of an uploader. */
export function createIntake(board: Board, restrictions: Restrictions): Intake {
  let rules = restrictions;
  let counter = 0;
  /** By name and size, the first upload of what seems to be one file. */
  const firsts = new Map<string, string>();
  const sizes = new Map<string, number>();
  let totalSize = 0;

  const keyOf = (size: number, name: string) => `${size} ${name}`;
  const count = (id: string, size: number) => {
    sizes.set(id, size);
    totalSize += size;
  };

  return {
    add(files, take) {
      board.complete();
      const { pending, stored, failed } = board.getSummary();
      let taken = pending + stored + failed;
      const rest = [...files];
      const ids = rest.map(() => `u${++counter}`);
      const rulesNow = rules;
      let place = 0;

      // Taken out of the rest, so that nobody holds a file any more that was removed.
      const putNext = (count: number) =>
        rest.splice(0, count).map((one): UploaderEvent => {
          const { file, folder } = 'file' in one ? one : { file: one, folder: '' };
          const id = ids[place++] as string;
          const name = shownName(file.name);
          const about = { id, file, name, size: null, type: file.type, folder, duplicateOf: null };
          const refusal = refusalByKind(about, rulesNow, taken);
          const upload: Upload = refusal
            ? { ...about, status: 'refused', refusal }
            : { ...about, status: 'queued' };
          // A picture is asked for with the first of them: it is due when the last is in.
          board.put(upload, true);
          if (!refusal) {
            taken++;
            take(id, file);
          }
          return { type: refusal ? 'refused' : 'added', upload };
        });

      // How many are refused for their kind or number is known when all have been looked at.
      const first = (rules.accept ?? rules.maxFiles) === undefined ? atOnce : rest.length;
      board.append(ids, putNext(first), () => putNext(rest.length));
      return ids;
    },
    measure(id, known) {
      const upload = board.get(id);
      if (!upload?.file || upload.size !== null) return null;
      const size = known ?? upload.file.size;
      const key = keyOf(size, upload.name);
      const first = firsts.get(key) ?? null;
      if (first === null && upload.status !== 'refused') firsts.set(key, id);
      board.put({ ...upload, size, duplicateOf: first });
      if (upload.status === 'refused') return null;
      const refusal =
        upload.status === 'queued' && needsSize(rules) ? refusalBySize(size, rules, totalSize) : null;
      if (!refusal) count(id, size);
      return refusal;
    },
    restore(attachments) {
      const shown = new Set(
        board.getIds().map((id) => {
          const upload = board.get(id);
          return upload?.status === 'stored' ? upload.attachment.id : null;
        }),
      );
      const added = attachments.flatMap((attachment) => {
        if (shown.has(attachment.id)) return [];
        const id = `u${++counter}`;
        const { name, size, type } = attachment;
        const about = { id, file: null, name, size, type, folder: '', duplicateOf: null };
        board.put({ ...about, status: 'stored', attachment, notice: null });
        firsts.set(keyOf(size, name), id);
        count(id, size);
        return [id];
      });
      if (added.length > 0) board.append(added, []);
    },
    drop(id) {
      const upload = board.get(id);
      if (!upload) return;
      totalSize -= sizes.get(id) ?? 0;
      sizes.delete(id);
      const key = keyOf(upload.size ?? -1, upload.name);
      if (firsts.get(key) === id) firsts.delete(key);
      board.drop(id);
    },
    setRestrictions(next) {
      rules = next;
    },
  };
}
