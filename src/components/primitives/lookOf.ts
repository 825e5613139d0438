'use client';

/** What a dialog takes over from the widget that opens it, because it stands at the end of the page: classes, language, direction, font and colour scheme. */
export function lookOf(widget: HTMLElement | null, open: boolean) {
  const of = open && widget ? getComputedStyle(widget) : null;
  return {
    className: `${widget?.className ?? 's3a'} s3a-portal`,
    dir: of?.direction,
    lang: widget?.lang || undefined,
    style: { colorScheme: of?.colorScheme, fontFamily: of?.fontFamily },
  };
}
