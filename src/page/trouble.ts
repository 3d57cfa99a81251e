/**
 * For pages that lack, or have replaced, what the widget cannot do without. Nothing here needs any other module, and its
 * calls are none of those that the rest makes: these may be the ones that fail.
 */
const line =
  'pay-button: payment does not work on this page. It lacks something of the browser’s, or a script of the page has ' +
  'replaced it: the error tells what.';

/** Tells the merchant what failed, and the customer, beside the button, that payment does not work. */
export function showTrouble(button: Element, error: unknown, words?: string): void {
  try {
    window.console.error(line, error);
  } finally {
    writeBeside(button, words);
  }
}

/** Tells that the file could not start: the merchant, and the customer at each button. */
export function giveUp(error: unknown): void {
  try {
    window.console.error(line, error);
  } finally {
    writeAtAll();
    // Tags may come later.
    document.addEventListener('DOMContentLoaded', writeAtAll);
  }
}

function writeAtAll(): void {
  const elements = document.getElementsByTagName('*');
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    const isLegacy = element.localName === 'script' && /\bstripe-button\b/.test(element.className);
    if (isLegacy || element.localName === 'pay-button') writeBeside(element);
  }
}

/** The buttons that have a text beside them. */
const told: Element[] = [];

function writeBeside(button: Element, words = 'Payment does not work here'): void {
  for (let index = 0; index < told.length; index++) if (told[index] === button) return;
  told[told.length] = button;
  button.insertAdjacentText('afterend', words);
}
