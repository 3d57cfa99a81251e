import {isToFrame, type FromFrame, type ToFrame} from '../frames/messages.js';
import {pageLine} from '../frames/page-line.js';
import {Port} from '../frames/port.js';

/** Within a frame: answers for the form, and tells the page around it when that is done. */
function answerFor(form: HTMLFormElement | null, line: {origin: string; channel: string}): void {
  const port = new Port<FromFrame, ToFrame>({
    ...line,
    other: () => parent,
    accepts: isToFrame,
    // A challenge is told nothing.
    receive: () => undefined,
  });
  port.send({type: 'hello'});
  // Over already: the page would wait in vain.
  if (!form) return port.send({type: 'settled'});
  form.addEventListener('submit', event => {
    event.preventDefault();
    void settle(event.submitter, port);
  });
}

async function settle(button: HTMLElement | null, port: Port<FromFrame, ToFrame>): Promise<void> {
  const outcome = button instanceof HTMLButtonElement ? button.value : '';
  const body = new URLSearchParams({outcome});
  const buttons = document.querySelectorAll('button');
  for (const each of buttons) each.disabled = true;
  try {
    const path = location.pathname;
    const {status} = await fetch(path, {
      method: 'POST',
      body,
      credentials: 'omit',
      redirect: 'manual',
    });
    if (status >= 500) throw new TypeError('The sandbox did not take the answer.');
    port.send({type: 'settled'});
  } catch {
    for (const each of buttons) each.disabled = false;
    const alert = document.querySelector('[role=alert]');
    if (alert) alert.textContent = 'The sandbox cannot be reached. Please try again.';
  }
}

const line = pageLine();
if (line) answerFor(document.querySelector('form'), line);
