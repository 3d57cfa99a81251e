import {type Fault, faultKinds, type FaultKind} from './faults.js';

/** The longest time a request is held without `release()`: ten minutes. */
const longestHold = 600_000;

const known: readonly string[] = ['kind', 'method', 'path', 'times', 'ms', 'status', 'body'];

/**
 * A fault that was sent as JSON.
 * @throws TypeError that says what is wrong with it
 */
export function readFault(value: unknown): Fault {
  if (!isRecord(value)) throw new TypeError('A fault is a JSON object.');
  const [unknown] = Object.keys(value).filter(name => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`A fault has no ${JSON.stringify(unknown)}.`);
  const {method, path, times} = value;
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw new TypeError('The path of a fault starts with "/"; in it "*" stands for anything.');
  }
  if (method !== undefined && typeof method !== 'string') {
    throw new TypeError('The method of a fault is a text such as "POST".');
  }
  return {
    ...readKind(value),
    path,
    ...(method !== undefined && {method}),
    ...(times !== undefined && {times: whole(times, 'times', 1, 1_000_000)}),
  };
}

function readKind({body, kind, ms, status}: Readonly<Record<string, unknown>>): FaultKind {
  const name = faultKinds.find(each => each === kind);
  switch (name) {
    case undefined:
      throw new TypeError(`The kind of a fault is one of ${faultKinds.join(', ')}.`);
    case 'latency':
      return {kind: name, ...(ms !== undefined && {ms: whole(ms, 'ms', 0, longestHold)})};
    case 'status':
      if (body !== undefined && !isRecord(body)) {
        throw new TypeError('The body of a fault is a JSON object.');
      }
      return {kind: name, status: whole(status, 'status', 400, 599), ...(body && {body})};
    default:
      return {kind: name};
  }
}

function whole(value: unknown, name: string, least: number, most: number): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw new TypeError(`"${name}" is a whole number from ${least} to ${most}.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
