import { useCallback, useState } from 'react';
import { usePerson } from '../app/usePerson.ts';

/** What this person typed into a ticket's composer; it survives leaving the page, for an alert's link leads to the settings. */
export function useDraft(ticketId: string): [string, (text: string) => void] {
  const [person] = usePerson();
  const key = `draft:${person}:${ticketId}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    },
    [key],
  );
  return [text, change];
}
