import {giveUp} from './trouble.js';

// The start of the script tag's file, before anything of it that may fail.
let isStarting = true;

/** The file has started: errors from now on are none of its start. */
export function started(): void {
  isStarting = false;
  window.removeEventListener('error', handleError);
}

/** The file could not start: tells the merchant and the customer. */
export function failed(error: unknown): void {
  isStarting = false;
  giveUp(error);
}

// Until then an error that nobody catches is one of this file's: it runs in one go.
try {
  window.addEventListener('error', handleError);
} catch (error) {
  failed(error);
}

function handleError({error}: ErrorEvent): void {
  if (isStarting) failed(error);
}
