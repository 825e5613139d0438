'use client';
import {
  type RefObject,
  type UIEvent,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** Lists of at most so many rows stand in the page as they are. */
export const windowFrom = 60;
/** Rows beyond each edge, so that the arrow keys and Tab always find the next one. They come when what is seen has been painted. */
const margin = 4;
const marginAfter = 50;

/** The part of a long list that stands in the page. */
export interface RowWindow {
  /** Index of the first row that is rendered. */
  start: number;
  /** Index after the last one. */
  end: number;
  /** Pixels of one row; all have the same. */
  rowHeight: number;
  onScroll(event: UIEvent<HTMLElement>): void;
}

/** Which rows of a scrolled list are to be rendered; all of a short one. */
export function useWindowedRows(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [first, setFirst] = useState(0);
  const [sizes, setSizes] = useState({ rowHeight: 56, shown: 9 });
  const measured = useRef(sizes);
  const [beyond, setBeyond] = useState(0);
  const windowed = count > windowFrom;

  useEffect(() => {
    if (!windowed) return;
    const timer = setTimeout(() => setBeyond(margin), marginAfter);
    return () => clearTimeout(timer);
  }, [windowed]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!windowed || !element) return;
    const measure = () => {
      const rowHeight = element.querySelector<HTMLElement>('[data-upload]')?.offsetHeight || 56;
      const shown = Math.ceil(element.clientHeight / rowHeight) + 1;
      const { current } = measured;
      // React would commit once more in the same frame, even with what it had.
      if (current.rowHeight === rowHeight && current.shown === shown) return;
      measured.current = { rowHeight, shown };
      setSizes(measured.current);
    };
    measure();
    // Where text is made larger, rows are higher.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, windowed]);

  const { rowHeight, shown } = sizes;
  const onScroll = (event: UIEvent<HTMLElement>) => {
    // In steps of two rows: half as many renders, and nobody sees it.
    setFirst(Math.floor(event.currentTarget.scrollTop / rowHeight / 2) * 2);
  };

  // What a removed row makes room for, out of sight, is rendered behind the picture without it.
  const missing = Math.min(Math.max(0, useDeferredValue(count) - count), beyond);

  if (!windowed) return { start: 0, end: count, rowHeight, onScroll };
  const start = Math.max(0, Math.min(first, count - shown) - beyond);
  return { start, end: Math.min(count, start + shown + 2 * beyond + 1 - missing), rowHeight, onScroll };
}
