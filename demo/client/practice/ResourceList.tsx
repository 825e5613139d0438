import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PracticeStep } from '../../practice/PracticeState.ts';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { usePracticeChange } from './usePractice.ts';

/** Props of `ResourceList`. */
export interface ResourceListProps {
  kind: 'bucket' | 'policy' | 'user';
  items: readonly { name: string; facts: string }[];
  /** Stands in place of the list while there is nothing in it. */
  none: string;
  /** The one whose parts are shown on this page. */
  open: string | null;
  /** Where the list is. */
  step: PracticeStep;
  /** Where the parts of what is opened are. */
  leadsTo: PracticeStep;
  /** What goes with it when it is deleted. */
  consequence: ReactNode;
}

const paths = { bucket: 'buckets', policy: 'policies', user: 'users' } as const;

/** What the account has of a kind: each can be opened, and deleted. */
export function ResourceList(props: ResourceListProps) {
  const { kind, items, none, open, step, leadsTo, consequence } = props;
  const [params] = useSearchParams();
  const [asked, setAsked] = useState<string | null>(null);
  const remove = usePracticeChange<string>((name) => ({
    method: 'DELETE',
    path: `${paths[kind]}/${encodeURIComponent(name)}`,
  }));
  const addressOf = (name: string) => {
    const next = new URLSearchParams(params);
    next.set(kind, name);
    return `?${next}#${leadsTo}`;
  };
  return (
    <>
      {items.length === 0 ? (
        <p className="practice-waiting">{none}</p>
      ) : (
        <ul className="resources">
          {items.map(({ name, facts }) => (
            <li key={name}>
              <span className="resource-text">
                <Link to={addressOf(name)} aria-current={name === open ? 'true' : undefined}>
                  {name}
                </Link>
                <span className="quiet">
                  {facts}
                  {name === open && items.length > 1 && ' · open'}
                </span>
              </span>
              <button
                type="button"
                className="button"
                data-variant="quiet"
                aria-label={`Delete ${kind} ${name}`}
                onClick={() => setAsked(name)}
              >
                Delete
              </button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={`Delete the ${kind} “${asked}”?`}
        confirm="Delete"
        busy={remove.isPending}
        refusal={remove.error?.message}
        focusAfter={step}
        onClose={() => {
          setAsked(null);
          remove.reset();
        }}
        onConfirm={() => remove.mutate(asked ?? '', { onSuccess: () => setAsked(null) })}
      >
        {consequence}
      </ConfirmDialog>
    </>
  );
}
