import type { Locator, Page } from 'playwright';

/** Somebody at a page: with a mouse, or with the keyboard alone. Clicking and ticking need the one control that is meant. */
export interface Hand {
  readonly page: Page;
  /** Presses a button or follows a link. */
  press(control: Locator): Promise<void>;
  /** Ticks or unticks a checkbox. */
  tick(control: Locator): Promise<void>;
  /** Chooses one of several radio buttons. */
  choose(control: Locator): Promise<void>;
  /** Types in place of what stands there. */
  type(control: Locator, text: string): Promise<void>;
  /** Pastes the clipboard in place of what stands there. */
  paste(control: Locator): Promise<void>;
  /** Picks an option of a list by its words. */
  pick(control: Locator, option: string): Promise<void>;
}

/** Makes a hand for a page. */
export type MakeHand = (page: Page) => Hand;

/** With a mouse; typing is left to the keyboard, as it is for everybody. */
export const byMouse: MakeHand = (page) => ({
  page,
  press: (control) => control.click(),
  tick: (control) => control.click(),
  choose: (control) => control.click(),
  async type(control, text) {
    await control.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  async paste(control) {
    await control.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
  },
  async pick(control, option) {
    await control.selectOption({ label: option });
  },
});

/** With the keyboard alone: Tab to the control, then what the control answers to. */
export const byKeyboard: MakeHand = (page) => ({
  page,
  async press(control) {
    await tabTo(page, control);
    await page.keyboard.press('Enter');
  },
  async tick(control) {
    await tabTo(page, control);
    await page.keyboard.press('Space');
  },
  async choose(control) {
    // Tab reaches a group of radio buttons once; within it the arrows go on and choose.
    const name = await control.getAttribute('name');
    await tabTo(page, page.locator(`input[type=radio][name="${name}"]`));
    for (let presses = 0; !(await control.isChecked()); presses++) {
      if (presses > 20) throw new Error(`The arrow keys do not reach ${control}.`);
      await page.keyboard.press((await hasFocus(control)) ? 'Space' : 'ArrowDown');
    }
  },
  async type(control, text) {
    await tabTo(page, control);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  async paste(control) {
    await tabTo(page, control);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
  },
  async pick(control, option) {
    await tabTo(page, control);
    await page.keyboard.type(option);
  },
});

/**
 * Presses Tab until the control, or one of the controls, has the focus and shows it.
 *
 * @throws when it does not come within `most` presses
 */
export async function tabTo(page: Page, control: Locator, most = 150): Promise<void> {
  await control.first().waitFor();
  for (let presses = 0; presses <= most; presses++) {
    if (await hasFocus(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${control} within ${most} presses.`);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement && element.matches(':focus-visible')),
  );
}
