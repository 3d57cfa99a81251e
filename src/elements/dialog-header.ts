import {html, nothing, type TemplateResult} from 'lit';
import {amountWords} from './dialog-words.js';
import type {Drawn} from './dialog-fields.js';

/** Who is paid, for what, and the way out. */
export function renderHeader({checkout, words}: Drawn): TemplateResult {
  const {name = words.payment, description, image} = checkout.options;
  const amount = amountWords(checkout.options, words);
  return html`<header part="header" role="none">
    <button
      class="close"
      part="close"
      type="button"
      aria-label=${words.close}
      @click=${() => checkout.close('button')}
    >
      <svg width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M2 2 14 14M14 2 2 14" stroke-width="2" stroke-linecap="round" />
      </svg>
    </button>
    <div>
      <h2 part="title" tabindex="-1">${name}</h2>
      ${description ? html`<p part="description">${description}</p>` : nothing}
      ${amount ? html`<p class="amount" part="amount">${amount}</p>` : nothing}
    </div>
    ${
      image
        ? html`<img part="image" src=${image} alt="" referrerpolicy="no-referrer" @error=${hide} />`
        : nothing
    }
  </header>`;
}

/** Says that this is no real payment. */
export function renderTestMode({checkout, words}: Drawn): TemplateResult | typeof nothing {
  return checkout.options.testMode
    ? html`<p class="test" part="test"><b>${words.testMode}</b> ${words.testModeMeans}</p>`
    : nothing;
}

function hide({target}: Event): void {
  (target as HTMLElement).hidden = true;
}
