import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the section that the page's address names, once the sections are there, and each time it is asked again. */
export function useAnchor(ready: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!ready || hash.length < 2) return;
    const section = document.getElementById(hash.slice(1));
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
    // `key`: a link that is followed again goes there again.
  }, [ready, hash, key]);
}
