/** The forms of a counted noun; `#` stands for the number. A language needs those of its plural rules, `other` always. */
export type CountForms = { other: string } & { [Rule in Intl.LDMLPluralRule]?: string };

/** Makes the function that writes counted nouns of a language, by its plural rules and with its digits. */
export function createCount(locale: string): (count: number, forms: CountForms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
