import { useRef, useState, useSyncExternalStore } from 'react';
import type { Config } from '../shared/Config.ts';
import { sendBare } from './sendBare.ts';

const rowHeight = 32;
const height = 480;

interface Row {
  readonly name: string;
  readonly loaded: number;
  readonly state: 'sending' | 'stored' | 'failed';
}

/** The barest list that is still fit for many files: windowed, and told of progress once a frame. */
export function createRows(onEnd: (stored: boolean) => void) {
  let rows: Row[] = [];
  const listeners = new Set<() => void>();
  let told = true;
  const tell = () => {
    told = true;
    rows = [...rows];
    for (const listener of listeners) listener();
  };
  const change = (index: number, changed: Partial<Row>) => {
    rows[index] = { ...(rows[index] as Row), ...changed };
    if (told) requestAnimationFrame(tell);
    told = false;
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => rows,
    remove(index: number) {
      rows = rows.filter((_, at) => at !== index);
      tell();
    },
    add(files: File[], config: Config) {
      rows = files.map(({ name }) => ({ name, loaded: 0, state: 'sending' }));
      tell();
      if (config.listOnly) return;
      void sendBare(files, config, {
        onProgress: (index, loaded) => change(index, { loaded }),
        onEnd: (index, stored) => {
          change(index, { state: stored ? 'stored' : 'failed' });
          onEnd(stored);
        },
      });
    },
  };
}

export function BareList({ rows, config }: { rows: ReturnType<typeof createRows>; config: Config }) {
  const all = useSyncExternalStore(rows.subscribe, rows.get);
  const [top, setTop] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const first = Math.max(0, Math.floor(top / rowHeight) - 4);
  const shown = all.slice(first, first + Math.ceil(height / rowHeight) + 8);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        onChange={(event) => rows.add([...(event.currentTarget.files ?? [])], config)}
      />
      <div
        style={{ height, overflow: 'auto', position: 'relative' }}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <ul style={{ height: all.length * rowHeight, margin: 0, padding: 0 }}>
          {shown.map(({ name, loaded, state }, index) => (
            <li
              key={name}
              aria-setsize={all.length}
              aria-posinset={first + index + 1}
              style={{ position: 'absolute', top: (first + index) * rowHeight, height: rowHeight }}
            >
              {name} {state} <progress value={loaded} />
              <button type="button" data-remove onClick={() => rows.remove(first + index)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
