import {html, nothing, type TemplateResult} from 'lit';
import {isWaiting} from '../checkout/state.js';
import type {Drawn} from './dialog-fields.js';
import {adviceWords, payWords, waitWords} from './dialog-words.js';

// Not in the template: the minifier leaves templates as they are, and the file must be ASCII.
const checkMark = '✓';

/** After a long wait: the way out. */
export function renderAdvice({checkout, words}: Drawn): TemplateResult | typeof nothing {
  const advice = adviceWords(checkout, words);
  return advice ? html`<p class="advice">${advice}</p>` : nothing;
}

/** One button for every stage, so that nothing moves under the finger and the focus stays. */
export function renderPayButton(drawn: Drawn, pay: (event: Event) => void): TemplateResult {
  const isBusy = isWaiting(drawn.checkout.state);
  return html`<button class="pay" part="pay" type="submit" aria-disabled=${isBusy} @click=${pay}>
    ${payLabel(drawn)}
  </button>`;
}

function payLabel({checkout, words}: Drawn) {
  const {options, state, pace} = checkout;
  if (state.name === 'unavailable') return words.tryAgain;
  if (state.name === 'unconfirmed') return words.checkAgain;
  if (/^(tokenizing|delivering|leaving)$/.test(state.name) || pace !== 'usual') {
    return html`<span class="spinner"></span>${waitWords(checkout, words)}`;
  }
  if (state.name !== 'done') return payWords(options, words);
  return html`<span aria-hidden="true">${checkMark}</span> ${words.done}`;
}
