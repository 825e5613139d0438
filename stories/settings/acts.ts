import { expect, userEvent, waitFor, type within } from 'storybook/test';

/** The page as a person finds their way in it. */
type Canvas = ReturnType<typeof within>;

/** The input with this label, once it is there. */
export const input = (canvas: Canvas, label: string): Promise<HTMLElement> =>
  canvas.findByLabelText(label, { selector: 'input' });

/** Pastes a text into a field, over what stands there. */
export async function paste(canvas: Canvas, label: string, text: string) {
  // Nobody can click what has just been replaced by a part that was loaded.
  await waitFor(async () => {
    const field = await input(canvas, label);
    await userEvent.clear(field);
    await userEvent.click(field);
    await expect(await input(canvas, label)).toHaveFocus();
  });
  await userEvent.paste(text);
}

/** Enters values by their labels, one after the other. */
export async function enter(canvas: Canvas, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) {
    await paste(canvas, label, value);
    // A part that was loaded meanwhile may have put another element in its place, with what was typed.
    await waitFor(async () => expect(await input(canvas, label)).toHaveValue(value));
  }
}

/** Presses the button with this name, once it is there. */
export async function press(canvas: Canvas, name: string | RegExp) {
  const button = await canvas.findByRole('button', { name });
  await userEvent.click(button);
  return button;
}

/** The fields and their values. */
export async function expectValues(canvas: Canvas, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) {
    await waitFor(async () => expect(await input(canvas, label)).toHaveValue(value));
  }
}

/** What is said beside a field: its hint, what is wrong, what is worth knowing. */
export async function expectSaid(canvas: Canvas, label: string, text: string | RegExp) {
  await waitFor(async () => expect(await input(canvas, label)).toHaveAccessibleDescription(textIn(text)));
}

function textIn(text: string | RegExp) {
  return typeof text === 'string' ? expect.stringContaining(text) : text;
}

/** Waits for the sentence on top of the check. */
export async function expectOutcome(element: HTMLElement, summary: string | RegExp) {
  await waitFor(() => expect(element.querySelector('.s3a-check [role=status]')).toHaveTextContent(summary), {
    timeout: 10_000,
  });
}

/** What is said of the save; it has the focus. */
export async function expectSaveNotice(element: HTMLElement, text: string | RegExp) {
  const notice = element.querySelector('.s3a-save-notice');
  await waitFor(() => expect(notice).toHaveTextContent(text), { timeout: 10_000 });
  await expect(notice).toHaveFocus();
}

/** Drops a file on the form, as from the desktop. */
export async function drop(element: HTMLElement, file: File) {
  const form = element.querySelector('form');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop'])
    form?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** The step of the guide, by its place. */
export const step = (element: HTMLElement, name: string) =>
  element.querySelector<HTMLElement>(`.s3a-steps > [data-step=${name}]`);
