import type {StripeElementStyle, TokenResult} from '@stripe/stripe-js';
import type {FieldState} from './card-input.js';
import {isRecord} from './port.js';

/** Options of an element that its frame puts into effect. */
export interface FieldOptions {
  readonly style?: StripeElementStyle;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** What a page tells a field. */
export type ToField =
  | {readonly type: 'options'; readonly options: FieldOptions}
  | {readonly type: 'cvcLength'; readonly length?: number}
  | {readonly type: 'focus'}
  | {readonly type: 'blur'}
  | {readonly type: 'clear'}
  | {
      readonly type: 'tokenize';
      readonly id: string;
      /** Names of the frames that hold the rest of the card. */
      readonly siblings: readonly string[];
      /** Parameters of the request, except the card's own. */
      readonly params: Readonly<Record<string, string>>;
    };

/** What a field tells its page. */
export type FromField =
  /** Asks for the options. */
  | {readonly type: 'hello'}
  | {readonly type: 'ready'}
  | {readonly type: 'resize'; readonly height: number}
  | {readonly type: 'change'; readonly state: FieldState; readonly cvcLength?: number}
  | {readonly type: 'focus'}
  | {readonly type: 'blur'}
  | {readonly type: 'escape'}
  /** Enter was pressed. */
  | {readonly type: 'submit'}
  | {readonly type: 'tokenized'; readonly id: string; readonly result: TokenResult};

type Fields = Record<string, unknown>;
type Shapes<M extends {readonly type: string}> = Record<M['type'], (fields: Fields) => boolean>;

const always = () => true;

const toField: Shapes<ToField> = {
  options: ({options}) => isRecord(options),
  cvcLength: ({length}) => length === undefined || typeof length === 'number',
  focus: always,
  blur: always,
  clear: always,
  tokenize: ({id, siblings, params}) =>
    typeof id === 'string' &&
    isStrings(siblings) &&
    isRecord(params) &&
    isStrings(Object.values(params)),
};

const fromField: Shapes<FromField> = {
  hello: always,
  ready: always,
  resize: ({height}) => typeof height === 'number',
  change: ({state}) => isRecord(state) && typeof state.empty === 'boolean',
  focus: always,
  blur: always,
  escape: always,
  submit: always,
  tokenized: ({id, result}) => typeof id === 'string' && isRecord(result),
};

export function isToField(message: unknown): message is ToField {
  return fits(toField, message);
}

export function isFromField(message: unknown): message is FromField {
  return fits(fromField, message);
}

function fits(shapes: Record<string, (fields: Fields) => boolean>, message: unknown): boolean {
  if (!isRecord(message) || typeof message.type !== 'string') return false;
  return Object.hasOwn(shapes, message.type) && shapes[message.type](message);
}

function isStrings(list: unknown): boolean {
  return Array.isArray(list) && list.every(item => typeof item === 'string');
}
