'use client';
import {
  type FocusEvent,
  type KeyboardEvent,
  useDeferredValue,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { AttachmentUploaderState } from '../../hooks/index.ts';
import type { Shown } from './Shown.ts';
import { UploadRow } from './UploadRow.tsx';
import { useWindowedRows, windowFrom } from './useWindowedRows.ts';

/** Props of the list. */
export interface UploadRowsProps {
  state: AttachmentUploaderState;
  shown: Shown;
}

interface Active {
  /** The row that has the focus. */
  active: string | null;
  byKeys: boolean;
}

/**
 * The files. Of a long list only what is seen stands in the page, and the row that has the focus; Tab then goes through
 * that row alone, the arrow keys, Home and End through the list.
 * @selector [data-windowed] while only a part of it stands in the page
 */
export function UploadRows({ state, shown }: UploadRowsProps) {
  const { ids, uploader, remove, move, getItemProps, getListProps, hold } = state;
  const { ref, onKeyDown } = getListProps();
  const scroller = useRef<HTMLDivElement>(null);
  const { start, end, rowHeight, onScroll } = useWindowedRows(scroller, ids.length);
  const [{ active, byKeys }, setActive] = useState<Active>({ active: null, byKeys: false });
  const toFocus = useRef<string | null>(null);
  const windowed = ids.length > windowFrom;

  const rows = ids.slice(start, end).map((id, place) => ({ id, index: start + place }));
  const activeIndex = windowed && active !== null ? ids.indexOf(active) : -1;
  if (activeIndex >= end) rows.push({ id: active as string, index: activeIndex });
  if (activeIndex >= 0 && activeIndex < start) rows.unshift({ id: active as string, index: activeIndex });
  const next = activeIndex >= 0 ? active : ids[start === 0 ? 0 : Math.min(start + 4, ids.length - 1)];
  // Who came with the keyboard may go on with Tab at once. After a click it is settled behind the picture: to give a control that
  // has the focus another tabindex makes the browser lay out the page there and then.
  const settled = useDeferredValue(next);
  const reachable = byKeys ? next : settled;

  // The first or the last row comes into the page before it can take the focus.
  useLayoutEffect(() => {
    const id = toFocus.current;
    if (id === null) return;
    toFocus.current = null;
    const row = ref.current?.querySelector(`[data-upload="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>('[data-control=remove]')?.focus();
  });

  const onKeys = (event: KeyboardEvent<HTMLElement>) => {
    const to = event.key === 'Home' ? ids[0] : event.key === 'End' ? ids.at(-1) : undefined;
    if (!windowed || to === undefined || event.target instanceof HTMLInputElement) return onKeyDown(event);
    event.preventDefault();
    toFocus.current = to;
    setActive({ active: to, byKeys: true });
  };

  const listProps = {
    ref,
    onKeyDown: onKeys,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      if (!windowed) return;
      const id = target.closest('[data-upload]')?.getAttribute('data-upload') ?? null;
      setActive({ active: id, byKeys: target.matches(':focus-visible') });
    },
  };
  return (
    <div
      ref={scroller}
      className="s3a-uploads"
      data-windowed={windowed || undefined}
      onScroll={windowed ? onScroll : undefined}
    >
      <ul
        {...listProps}
        aria-label={shown.messages.uploader.files}
        style={windowed ? { height: ids.length * rowHeight } : undefined}
      >
        {rows.map(({ id, index }) => (
          <UploadRow
            key={id}
            id={id}
            uploader={uploader}
            remove={remove}
            move={move}
            getItemProps={getItemProps}
            shown={shown}
            hold={hold}
            movable={ids.length > 1}
            tabbable={!windowed || id === reachable}
            top={windowed ? index * rowHeight : undefined}
            place={windowed ? index + 1 : undefined}
            count={windowed ? ids.length : undefined}
          />
        ))}
      </ul>
    </div>
  );
}
