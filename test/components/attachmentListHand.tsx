import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { userEvent as hand } from 'vitest/browser';
import { AttachmentList, type Client } from '../../src/index.ts';

/** How long something may take that goes through the network, in milliseconds. */
export const slow = { timeout: 5000 };
/** Lets time pass, in milliseconds. */
export const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** The button of this name, as soon as it is there. */
export const button = (name: string | RegExp) => screen.findByRole('button', { name }, slow);
/** Presses a button. */
export const press = async (name: string | RegExp) => userEvent.click(await button(name));
/** Presses by a real pointer, which then goes away: it would stop the time. */
export const pressAndLeave = async (name: string) => {
  const pressed = await button(name);
  await hand.click(pressed);
  await hand.hover(document.body, { position: { x: 5, y: document.body.clientHeight - 1 } });
};
/** What the list says to who listens. */
export const status = () => document.querySelector('.s3a-list > [role=status]')?.textContent;
/** The names of the attachments, in order. */
export const names = () => screen.queryAllByRole('link').map((link) => link.textContent);
/** The picture in an element. */
export const image = (within: Element | null) => within?.querySelector('img') ?? null;
/** Whether a picture is there to be seen. */
export const shows = (img: HTMLImageElement | null) => img?.complete === true && img.naturalWidth > 0;

/** Shows the list of ticket 1. */
export function show(client: Client, props: Partial<Parameters<typeof AttachmentList>[0]> = {}) {
  return render(
    <StrictMode>
      <AttachmentList client={client} ticketId="1" {...props} />
    </StrictMode>,
  );
}
