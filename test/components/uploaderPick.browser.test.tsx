import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AttachmentUploader, createClient } from '../../src/index.ts';
import '../../src/styles/styles.css';

afterEach(cleanup);

// Nothing is sent here: what counts is what the browser is asked for.
const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });

/** The widget; tells what the browser's window would be opened for. */
function shown(props: { accept?: string; maxFiles?: number } = {}) {
  const { container } = render(<AttachmentUploader client={client} ticketId="1" {...props} />);
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  const asked: { accept: string; folder: boolean; camera: string | null }[] = [];
  input.addEventListener('click', (event) => {
    event.preventDefault();
    const { accept, webkitdirectory } = input;
    asked.push({ accept, folder: webkitdirectory, camera: input.getAttribute('capture') });
  });
  // What is hidden from this kind of pointer is pressed too.
  const press = (name: string) =>
    [...container.querySelectorAll('button')]
      .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name)
      ?.click();
  return { asked, press, container };
}

it('asks for files, a folder or the camera, each as if the others had never been asked for', () => {
  const { asked, press } = shown({ accept: 'image/*,.pdf' });
  for (const name of ['Take a photo', 'Attach files', 'Attach a folder', 'Attach files']) press(name);
  const files = { accept: 'image/*,.pdf', folder: false, camera: null };
  expect(asked).toEqual([
    { accept: 'image/*', folder: false, camera: 'environment' },
    files,
    { ...files, folder: true },
    files,
  ]);
});

it('offers no camera where no pictures are taken, and no folder where one file is', () => {
  const { container } = shown({ accept: '.pdf', maxFiles: 1 });
  expect(container.querySelectorAll('.s3a-pick button')).toHaveLength(1);
});

it('shows the folder at a desk and leaves the camera to phones', () => {
  const { container } = shown();
  const isShown = (name: string) =>
    getComputedStyle(container.querySelector(`.s3a-pick-${name}`) as Element).display !== 'none';
  const touch = matchMedia('(pointer: coarse)').matches;
  expect([isShown('folder'), isShown('camera')]).toEqual([!touch, touch]);
});
