/** Markup that is safe to send. Only `html` makes it, so text cannot be passed off as markup. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Html = Markup;

/** What may stand in a template; null, undefined and false print nothing. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Template tag that escapes every value. Values may stand in text and inside quoted attributes only:
 * never as a tag or attribute name, in an unquoted attribute, a script, or as a whole address that
 * somebody else chose.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Markup(parts.map((part, index) => part + printed(values[index])).join(''));

function printed(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(printed).join('');
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
