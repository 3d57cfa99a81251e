// @ts-check
// The playground: what the controls say becomes the button, its HTML and the page's address. All of it is
// text from anywhere, since a link brings it along: it goes in as text, attributes and plain CSS values.
import {isValidValue, snippet} from './playground-snippet.js';

/** @type {<E extends Element>(selector: string) => E} */
const find = selector => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return /** @type {any} */ (element);
};

const controls = /** @type {HTMLFormElement} */ (find('.controls'));
const button = /** @type {HTMLElement & {requestUpdate?: () => void}} */ (find('pay-button'));
const stage = /** @type {HTMLFormElement} */ (find('.stage form'));
const html = /** @type {HTMLTextAreaElement} */ (find('#html'));
const copied = find('#copied');
const events = find('#events');

/** Not for addresses, which get into logs and chats: somebody may paste a secret key. */
const unkept = 'data-key';
const loggedEvents = /** @type {const} */ ([
  'pay-open',
  'pay-opened',
  'pay-token',
  'pay-close',
  'pay-error',
]);
const longestLog = 50;

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const fields = [...controls.elements].filter(
  /** @returns {element is Field} */
  element =>
    (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) && !!element.name,
);
const pickers = /** @type {NodeListOf<HTMLInputElement>} */ (
  controls.querySelectorAll('input[type=color]')
);

/** @param {Field} field */
const isFlag = field => field.type === 'checkbox';

/** @param {string} name */
const fieldOf = name => /** @type {Field} */ (controls.elements.namedItem(name));

/** What a control says, as it stands in the address. @param {Field} field */
function valueOf(field) {
  return field instanceof HTMLInputElement && isFlag(field) ? String(field.checked) : field.value;
}

/** What a control said at first. @type {ReadonlyMap<Field, string>} */
const defaults = new Map(fields.map(field => [field, valueOf(field)]));

/** What stands below the controls while nothing is wrong. */
const hints = new Map(fields.map(({name}) => [name, hintOf(name)?.textContent]));
const notPlain = 'Left out: not a plain CSS value.';

/** @param {string} name */
function hintOf(name) {
  return document.getElementById(`${name}-hint`);
}

function attributes() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const field of fields) {
    const {name} = field;
    if (!name.startsWith('data-') && name !== 'disabled') continue;
    const value = valueOf(field);
    if (name === 'data-auto-submit') {
      if (value === 'false') found.set(name, value);
    } else if (!isFlag(field)) {
      if (value) found.set(name, value);
    } else if (value === 'true') {
      found.set(name, name === 'data-email' ? fieldOf('email').value : '');
    }
  }
  return found;
}

/** The valid properties. Others are marked. */
function properties() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const {name, value: typed} of fields.filter(({name}) => name.startsWith('--'))) {
    const value = typed.trim();
    const isValid = value === '' || isValidValue(name, value);
    fieldOf(name).setAttribute('aria-invalid', String(!isValid));
    const hint = hintOf(name);
    if (hint) hint.textContent = isValid ? (hints.get(name) ?? '') : notPlain;
    if (value && isValid) found.set(name, value);
  }
  return found;
}

/** Draws what the controls say. */
function show() {
  const wanted = attributes();
  for (const {name} of fields) {
    if (!wanted.has(name)) button.removeAttribute(name);
  }
  for (const [name, value] of wanted) {
    if (button.getAttribute(name) !== value) button.setAttribute(name, value);
  }
  const styled = properties();
  for (const {name} of fields.filter(({name}) => name.startsWith('--'))) {
    button.style.setProperty(name, styled.get(name) ?? '');
  }
  document.documentElement.lang = stage.lang = fieldOf('lang').value;
  // Of the page's language, the button hears at its next update only.
  button.requestUpdate?.();
  html.value = snippet(wanted, styled);
  for (const picker of pickers) {
    const {value} = fieldOf(picker.dataset.for ?? '');
    picker.toggleAttribute('data-unset', value === '');
    if (/^#[\da-f]{6}$/i.test(value)) picker.value = value;
  }
}

/** The address of this page as it is now: what differs from the beginning. */
function address() {
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = valueOf(field);
    if (field.name !== unkept && value !== defaults.get(field)) query.set(field.name, value);
  }
  return query.size ? `${location.pathname}?${query}` : location.pathname;
}

function restore() {
  const query = new URLSearchParams(location.search);
  for (const field of fields) {
    if (field.name === unkept) continue;
    const value = query.get(field.name) ?? defaults.get(field) ?? '';
    if (field instanceof HTMLInputElement && isFlag(field)) field.checked = value === 'true';
    else field.value = value;
    // A choice that there is not.
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) {
      field.value = defaults.get(field) ?? '';
    }
  }
  keep();
  show();
}

/** The page that shows what was posted leads back here. */
function keep() {
  stage.setAttribute('action', address());
}

/** @param {Event} event what the button fired */
function log(event) {
  const line = document.createElement('li');
  const name = document.createElement('code');
  name.textContent = event.type;
  line.append(name, ` ${detailOf(event)}`);
  events.prepend(line);
  events.children[longestLog]?.remove();
}

/** @param {Event} event */
function detailOf(event) {
  if ('reason' in event) return `reason: ${event.reason}`;
  if (event.type === 'pay-token') {
    const {payment} = /** @type {import('../../src/index.js').PayTokenEvent} */ (event);
    return `${payment.product.id} ${payment.email ?? ''}`;
  }
  if (event.type === 'pay-error') {
    const {error} = /** @type {import('../../src/index.js').PayErrorEvent} */ (event);
    return `${error.code}, for the ${error.audience}: ${error.message}`;
  }
  return '';
}

async function copy() {
  copied.textContent = '';
  try {
    await navigator.clipboard.writeText(html.value);
    copied.textContent = 'Copied';
  } catch {
    // Not over plain HTTP, nor where the browser is told so.
    html.select();
    copied.textContent = 'Your browser does not let us copy: the text is selected.';
  }
}

controls.addEventListener('input', ({target}) => {
  if (target instanceof HTMLInputElement && target.dataset.for) {
    fieldOf(target.dataset.for).value = target.value;
  }
  show();
});
controls.addEventListener('change', () => {
  if (address() !== location.pathname + location.search) history.pushState(null, '', address());
  keep();
});
controls.addEventListener('submit', event => event.preventDefault());
addEventListener('popstate', restore);
for (const type of loggedEvents) button.addEventListener(type, log);
find('#copy').addEventListener('click', () => void copy());

// The page's own words stay English, whatever language it says it is in.
document.body.lang = 'en';
restore();
