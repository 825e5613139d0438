'use client';
import { Icon } from '../primitives/Icon.tsx';
import { useLatest } from '../primitives/useLatest.ts';

/** Props of the handle. */
export interface RowGripProps {
  label: string;
  tabIndex: number;
  /** Moves the row by so many places; returns by how many it was. */
  move: (by: number) => number;
}

/** The handle over a row's picture: dragging it, by mouse or finger, or the arrow keys move the row. */
export function RowGrip({ label, tabIndex, move }: RowGripProps) {
  const moveNow = useLatest(move);
  return (
    <button
      type="button"
      className="s3a-grip"
      data-control="move"
      aria-label={label}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      tabIndex={tabIndex}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (by === 0) return;
        event.preventDefault();
        event.stopPropagation();
        move(by);
      }}
      onPointerDown={(event) => {
        const row = event.currentTarget.closest<HTMLElement>('[data-upload]');
        if (!row || event.button !== 0) return;
        const [height, from] = [row.offsetHeight, event.clientY];
        let done = 0;
        row.dataset.dragging = '';
        const abort = new AbortController();
        const { signal } = abort;
        // On the page, not the handle: its row changes places under the pointer.
        addEventListener(
          'pointermove',
          ({ clientY }) => {
            const by = Math.round((clientY - from) / height) - done;
            if (by !== 0) done += moveNow.current(by);
          },
          { signal },
        );
        const end = () => {
          abort.abort();
          delete row.dataset.dragging;
        };
        addEventListener('pointerup', end, { signal });
        addEventListener('pointercancel', end, { signal });
      }}
    >
      <Icon name="grip" />
    </button>
  );
}
