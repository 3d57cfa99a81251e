import {readFileSync} from 'node:fs';

/** A real page's script tag and form, as it came from its server. */
export interface SimpleRecord {
  readonly id: number;
  readonly where: string;
  readonly rendered: Readonly<Record<string, string>>;
  readonly form: FormRecord;
  readonly expect: 'button' | 'button_no_form' | 'no_button' | 'unknown';
  readonly quirks: readonly string[];
}

export interface FormRecord {
  readonly method: string | null;
  readonly action: string | null;
  readonly id?: string;
  readonly name?: string;
  readonly cls?: string;
  readonly data_bitcoin?: string;
  readonly in_form: boolean;
  readonly other_fields: readonly FieldRecord[];
}

export interface FieldRecord {
  readonly type: string;
  readonly name: string;
  readonly value?: string;
}

/** What a real page hands to `StripeCheckout`; `<function>` and `<undefined>` stand for what JSON has not. */
export interface CustomRecord {
  readonly id: number;
  readonly where: string;
  readonly configure: OptionsRecord | null;
  readonly open: OptionsRecord;
}

/** A component of somebody else's calls `StripeCheckout`; these are its properties. */
export interface WrapperRecord {
  readonly id: number;
  readonly where: string;
  readonly configure: 'wrapper';
  readonly open: OptionsRecord;
}

export type OptionsRecord = Readonly<Record<string, string | number | boolean>>;

export const simpleRecords = read('simple') as readonly SimpleRecord[];

const customs = read('custom') as readonly (CustomRecord | WrapperRecord)[];
export const customRecords = customs.filter(record => record.configure !== 'wrapper');
export const wrapperRecords = customs.filter(record => record.configure === 'wrapper');

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`embeds/${name}.json`, import.meta.url), 'utf8'));
}
