import type {
  JournalDelivery,
  JournalEntry,
  JournalObject,
  JournalRequest,
} from '../control/journal.js';

/** How many lines of each list are kept. */
const mostLines = 200;

const requests = elementById('requests');
const objects = elementById('objects');
const connection = elementById('connection');

/** Objects change: each has one line, which moves to the top. */
const lineOfObject = new Map<string, HTMLElement>();

function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

function element(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function show(entry: JournalEntry): void {
  switch (entry.type) {
    case 'delivery':
      return showDelivery(entry);
    case 'object':
      return showObject(entry);
    case 'request':
      return showRequest(entry);
  }
}

function showDelivery({event, kind, outcome, status, time, url}: JournalDelivery): void {
  const line = element(
    'li',
    outcome === 'delivered' ? '' : 'failed',
    `webhook ${kind} `,
    element('span', 'status', status === null ? outcome : `${outcome}, ${status}`),
    ' ',
    element('code', '', `${event} → ${url}`),
    ' ',
    element('span', 'faint', timeOf(time)),
  );
  prepend(requests, line);
}

function showRequest(request: JournalRequest): void {
  const {error, fault, isReplay, key, milliseconds, object, params, path, status} = request;
  const notes = [
    object,
    error && (error.code ?? error.type),
    fault && `fault: ${fault}`,
    isReplay && 'replay',
  ].filter(note => typeof note === 'string');
  const summary = element(
    'summary',
    '',
    element('span', 'status', status === null ? 'no answer' : String(status)),
    ' ',
    element('code', '', `${request.method} ${path}`),
    notes.length > 0 ? ` ${notes.join(' · ')}` : '',
    ' ',
    element('span', 'faint', `${timeOf(request.time)}, ${milliseconds} ms`),
  );
  const known = {id: request.id, key, params, ...(error && {error})};
  const details = element(
    'details',
    '',
    summary,
    element('pre', '', JSON.stringify(known, null, 2)),
  );
  const isFailed = status === null || status >= 400;
  const line = element('li', isFailed ? 'failed' : '', details);
  if (request.id) line.id = request.id;
  prepend(requests, line);
}

function showObject({amount, currency, id, kind, status, time}: JournalObject): void {
  lineOfObject.get(id)?.remove();
  const money = amount === null ? '' : ` ${amount} ${(currency ?? '').toUpperCase()}`;
  const line = element(
    'li',
    status === 'failed' || status === 'canceled' ? 'failed' : '',
    `${kind.replaceAll('_', ' ')}${money} `,
    status === null ? '' : element('span', 'status', status),
    ' ',
    element('code', '', id),
    ' ',
    element('span', 'faint', timeOf(time)),
  );
  lineOfObject.set(id, line);
  prepend(objects, line);
}

function prepend(list: HTMLElement, line: HTMLElement): void {
  list.prepend(line);
  if (list.childElementCount <= mostLines) return;
  const last = list.lastElementChild;
  last?.remove();
  for (const [id, kept] of lineOfObject) if (kept === last) lineOfObject.delete(id);
}

function clear(): void {
  requests.replaceChildren();
  objects.replaceChildren();
  lineOfObject.clear();
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString();
}

/** Goes to the request that an error's `request_log_url` names. */
function goToLinked(): void {
  const line = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  line?.querySelector('details')?.setAttribute('open', '');
  line?.scrollIntoView();
}

const failures = elementById('failures') as HTMLInputElement;
failures.addEventListener('change', () => {
  document.body.classList.toggle('only-failures', failures.checked);
});
elementById('clear').addEventListener('click', clear);
addEventListener('hashchange', goToLinked);

const source = new EventSource('/live/events');
source.addEventListener('start', ({data}: MessageEvent<string>) => {
  clear();
  for (const entry of JSON.parse(data) as JournalEntry[]) show(entry);
  connection.textContent = 'Showing what happens, as it happens.';
  goToLinked();
});
source.addEventListener('message', ({data}: MessageEvent<string>) => {
  show(JSON.parse(data) as JournalEntry);
});
source.addEventListener('error', () => {
  connection.textContent = 'The sandbox does not answer. Trying again …';
});
