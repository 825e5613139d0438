const paths = {
  tickets: 'M4 6.5h16v4a1.75 1.75 0 0 0 0 3.5v3.5H4V14a1.75 1.75 0 0 0 0-3.5zM14 6.5v11',
  settings: 'M4 7h9M17.5 7H20M4 12h3.5M12 12h8M4 17h9M17.5 17H20M15.25 5v4M9.75 10v4M15.25 15v4',
  console: 'M4 5.5h16v13H4zM7.5 10l2.5 2-2.5 2M12.5 14.5h4',
  back: 'M14.5 6.5 9 12l5.5 5.5',
  reset: 'M5.5 12a6.5 6.5 0 1 0 2.2-4.9M5 5v3.5h3.5',
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths | 'brand';

/** A small picture beside a word; it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  if (name === 'brand') {
    return (
      <svg className="icon icon-brand" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" />
        <path d="M6.5 7.5h11M8.5 12h7M10.5 16.5h3" />
      </svg>
    );
  }
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
