'use client';
import { forwardRef, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Deletions } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import type { ListMessages } from './listMessages.ts';

/** Props of the line. */
export interface DeletedLineProps {
  id: string;
  name: string;
  deletions: Deletions;
  /** The request is on its way: nothing can be undone. */
  sending: boolean;
  words: ListMessages['list'];
  /** Told when the line goes: whether it had the focus. */
  hadFocus: RefObject<boolean>;
  onUndo: () => void;
}

/** Stands in the place of what was deleted, with *Undo*; its time stands still while somebody points at it or has come to it by keyboard. */
export const DeletedLine = forwardRef<HTMLButtonElement, DeletedLineProps>(function DeletedLine(props, ref) {
  const { id, name, deletions, sending, words, hadFocus, onUndo } = props;
  const line = useRef<HTMLDivElement>(null);
  const pointed = useMemo(() => createHold(deletions, id), [deletions, id]);
  const focused = useMemo(() => createHold(deletions, id), [deletions, id]);
  useEffect(() => {
    // The pointer that pressed Delete may stay where it is.
    if (line.current?.matches(':hover')) pointed.begin();
    if (line.current?.querySelector(':focus-visible')) focused.begin();
    return () => {
      pointed.end();
      focused.end();
    };
  }, [pointed, focused]);
  useLayoutEffect(() => {
    const node = line.current;
    return () => {
      hadFocus.current = node?.contains(document.activeElement) ?? false;
    };
  }, [hadFocus]);

  return (
    <div
      ref={line}
      className="s3a-file-deleted"
      title={name}
      onPointerEnter={pointed.begin}
      onPointerLeave={pointed.end}
      onFocus={({ target }) => {
        // Where a pointer pressed Delete, the focus is here too, and holds nothing: it would never go on by itself.
        if (target.matches(':focus-visible')) focused.begin();
      }}
      onBlur={focused.end}
    >
      <Icon name="trash" />
      <span>{(sending ? words.deleting : words.deleted)(`\u2068${shorten(name)}\u2069`)}</span>
      <Button
        ref={ref}
        variant="quiet"
        data-delete={id}
        aria-label={words.undoDelete(name)}
        busy={sending}
        // A key that is still held down has pressed Delete.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        // So has the first half of a double click, where this came under the pointer.
        onClick={({ detail }) => detail < 2 && onUndo()}
      >
        {words.undo}
      </Button>
    </div>
  );
});

/** One reason to stop the time, that begins and ends. */
function createHold(deletions: Deletions, id: string): { begin: () => void; end: () => void } {
  let release: (() => void) | undefined;
  const end = () => {
    release?.();
    release = undefined;
  };
  return {
    begin: () => {
      end();
      release = deletions.hold(id);
    },
    end,
  };
}

/** The beginning and the end of a long name, where its kind stands. */
function shorten(name: string): string {
  const letters = [...name];
  return letters.length > 48 ? `${letters.slice(0, 30).join('')}…${letters.slice(-15).join('')}` : name;
}
