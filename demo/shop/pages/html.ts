/** HTML that is safe to send: made by the `html` tag only. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = string | number | Html | readonly Html[];

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * A template tag: everything put in is escaped, for text and for quoted attributes, unless it is
 * `Html` already.
 */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({raw: literals}, ...parts.map(textOf)));
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.join('');
  return String(part).replace(/[&<>"']/g, character => entities.get(character) ?? character);
}
