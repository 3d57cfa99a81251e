import type {FieldRecord, FormRecord, SimpleRecord} from './records.js';

/** How a page's author wrote attributes. */
export interface Handwriting {
  /** No quotes where HTML can do without, and single ones elsewhere. */
  readonly bare?: boolean;
  /** What stands around `=`. */
  readonly gap?: string;
}

/** The pieces of a record's page. */
export interface Pieces {
  /** `<form …>`; nothing where the record has no form. */
  readonly start: string;
  readonly fields: readonly string[];
  readonly script: string;
  /** All of it: fields, then script, and the end of the form. */
  readonly form: string;
  /** The script tag's attributes, for pages that make it by script. */
  readonly attributes: Readonly<Record<string, string>>;
}

export function piecesOf({rendered, form}: SimpleRecord, handwriting: Handwriting = {}): Pieces {
  const attributes = ourSource(rendered);
  const script = `<script ${write(attributes, handwriting)}></script>`;
  const fields = form.other_fields.map(writeField);
  const start = form.in_form ? `<form ${write(formAttributes(form), handwriting)}>` : '';
  const end = start && '</form>';
  return {start, fields, script, form: [start, ...fields, script, end].join('\n'), attributes};
}

/** The change that every page makes: our file's address for that of checkout.js. */
function ourSource(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return attributes.src ? {...attributes, src: '/pay-button.js'} : attributes;
}

function formAttributes({method, action, id, name, cls, data_bitcoin}: FormRecord) {
  return {method, action, id, name, class: cls, 'data-bitcoin': data_bitcoin};
}

function writeField({type, name, value}: FieldRecord): string {
  return `<input ${write({type, name, value}, {})}>`;
}

/** Attributes as they stand in a page: entities are the record's own, so nothing is escaped. */
function write(
  attributes: Readonly<Record<string, string | null | undefined>>,
  {bare = false, gap = ''}: Handwriting,
): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => {
      if (value == null) return [];
      // Names that a slip of the pen made have no value.
      if (!value && !name.startsWith('data-')) return name;
      return `${name}${gap}=${gap}${bare ? quotedAtNeed(value) : quoted(value, '"', "'")}`;
    })
    .join(' ');
}

function quotedAtNeed(text: string): string {
  return /^[^\s"'`=<>]+$/.test(text) ? text : quoted(text, "'", '"');
}

function quoted(text: string, quote: string, other: string): string {
  const mark = text.includes(quote) ? other : quote;
  return mark + text + mark;
}

/** A value within an inline script. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('</', '<\\/');
}
