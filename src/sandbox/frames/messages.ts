import type {FieldOptions} from '../../stripe-js/fields/field-options.js';
import type {FieldState} from '../../stripe-js/fields/field-state.js';
import {isRecord} from './port.js';
import {isApiRequest, type Answer, type ApiRequest} from './requests.js';

/** What a page tells a frame. */
export type ToFrame =
  | {readonly type: 'options'; readonly options: FieldOptions}
  | {readonly type: 'cvcLength'; readonly length?: number}
  | {readonly type: 'focus'}
  | {readonly type: 'blur'}
  | {readonly type: 'clear'}
  /** Asks whether the field can be sent, and has it show why not. */
  | {readonly type: 'check'; readonly id: string}
  | {
      readonly type: 'request';
      readonly id: string;
      /** Names of the frames that hold the rest of the card. */
      readonly siblings: readonly string[];
      readonly request: ApiRequest;
    };

/** What a frame tells its page. */
export type FromFrame =
  /** It has loaded; a field asks for the options by it. */
  | {readonly type: 'hello'}
  | {readonly type: 'ready'}
  | {readonly type: 'resize'; readonly height: number}
  | {
      readonly type: 'change';
      readonly state: FieldState;
      /** Whether the browser has filled in any of it. */
      readonly isAutofilled: boolean;
      readonly cvcLength?: number;
    }
  | {readonly type: 'focus'}
  | {readonly type: 'blur'}
  | {readonly type: 'escape'}
  /** Enter was pressed. */
  | {readonly type: 'submit'}
  | {readonly type: 'answer'; readonly id: string; readonly answer: Answer}
  /** The customer has answered their bank. */
  | {readonly type: 'settled'};

type Fields = Record<string, unknown>;
type Shapes<M extends {readonly type: string}> = Record<M['type'], (fields: Fields) => boolean>;

const always = () => true;

const toFrame: Shapes<ToFrame> = {
  options: ({options}) => isRecord(options),
  cvcLength: ({length}) => length === undefined || typeof length === 'number',
  focus: always,
  blur: always,
  clear: always,
  check: ({id}) => typeof id === 'string',
  request: ({id, siblings, request}) =>
    typeof id === 'string' && isStrings(siblings) && isApiRequest(request),
};

const fromFrame: Shapes<FromFrame> = {
  hello: always,
  ready: always,
  resize: ({height}) => typeof height === 'number',
  change: ({state}) => isRecord(state) && typeof state.empty === 'boolean',
  focus: always,
  blur: always,
  escape: always,
  submit: always,
  answer: ({id, answer}) => typeof id === 'string' && isRecord(answer),
  settled: always,
};

export function isToFrame(message: unknown): message is ToFrame {
  return fits(toFrame, message);
}

export function isFromFrame(message: unknown): message is FromFrame {
  return fits(fromFrame, message);
}

function fits(shapes: Record<string, (fields: Fields) => boolean>, message: unknown): boolean {
  if (!isRecord(message) || typeof message.type !== 'string') return false;
  return Object.hasOwn(shapes, message.type) && shapes[message.type](message);
}

function isStrings(list: unknown): boolean {
  return Array.isArray(list) && list.every(item => typeof item === 'string');
}
