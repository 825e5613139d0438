/** AWS's line about what was done; it is read out when it comes. */
export function Flash({ children }: { children: string | null }) {
  return (
    <p role="status" className={children === null ? 'visually-hidden' : 'saved'}>
      {children}
    </p>
  );
}
