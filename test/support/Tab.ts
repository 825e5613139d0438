/** A page of a browser that Playwright does not drive: as little as a journey needs. Elements are named by XPath, which every driver knows. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Waits until there is one that is seen, and clicks it. */
  click(xpath: string): Promise<void>;
  /** Types in place of what stands there. */
  type(xpath: string, text: string): Promise<void>;
  /** Chooses files of this machine in a file input, also in a hidden one. */
  choose(xpath: string, ...paths: string[]): Promise<void>;
  /** Waits until there is one. @throws when none comes, with what the page says instead */
  waitFor(xpath: string, seconds?: number): Promise<void>;
  /** What was written to the console as an error, and what nobody caught. */
  errors(): readonly string[];
  /** Where downloads arrive. */
  downloads: string;
  close(): Promise<void>;
}

const quoted = (text: string) =>
  text.includes('"')
    ? `concat(${text
        .split('"')
        .map((piece) => `"${piece}"`)
        .join(`, '"', `)})`
    : `"${text}"`;

/** Buttons and links with this name, which are not disabled. */
export const button = (name: string) =>
  `//*[self::button or self::a][not(@disabled or @aria-disabled="true")][normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)}]`;

/** The field with this label. */
export const field = (label: string) =>
  `//*[self::input or self::textarea][@id=//label[normalize-space(.)=${quoted(label)}]/@for or @aria-labelledby=//*[normalize-space(.)=${quoted(label)}]/@id]`;

/** The innermost element in which this text stands. */
export const text = (words: string) =>
  `//*[not(self::script)][contains(normalize-space(.), ${quoted(words)})][not(*[contains(normalize-space(.), ${quoted(words)})])]`;

/** The row of a file, in the composer or in the thread. */
export const row = (name: string, status: string) =>
  `//li[@data-status=${quoted(status)}][contains(normalize-space(.), ${quoted(name)})]`;
