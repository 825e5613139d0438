'use client';

/** The button that takes the focus when this one goes with its row: the next of its kind, else the one before. `attribute` is a `data-…` attribute whose value names the row. */
export function neighbourOf(
  root: HTMLElement | null,
  attribute: string,
  id: string,
): HTMLElement | undefined {
  const buttons = [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  const place = buttons.findIndex((button) => button.getAttribute(attribute) === id);
  return buttons[place + 1] ?? buttons[place - 1];
}
