import { useState } from 'react';

/** A form that a button opens, and that stands in its place while it is open. */
export interface Disclosure {
  isOpen: boolean;
  /** It was open: the button that is there again takes the focus. */
  wasOpen: boolean;
  open: () => void;
  close: () => void;
}

/** Opens and closes a form in the place of the button that opens it. */
export function useDisclosure(): Disclosure {
  const [state, setState] = useState<'untouched' | 'open' | 'closed'>('untouched');
  return {
    isOpen: state === 'open',
    wasOpen: state === 'closed',
    open: () => setState('open'),
    close: () => setState('closed'),
  };
}
