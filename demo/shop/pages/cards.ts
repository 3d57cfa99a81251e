import type {SavedCard} from '../orders/order.js';
import {csrfInput} from './fields.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';

/** The cards that a customer let the shop keep. */
export function cardsPage(cards: readonly SavedCard[], csrf: string): string {
  return page({
    title: 'Your cards',
    main: html`
      <section class="card narrow">
        <h1>Your cards</h1>
        ${cards.length > 0 ? cardList(cards, csrf) : html`<p class="muted">There are none.</p>`}
        <p class="muted">
          A card is kept when you tick the box beside the button that pays. It stays at our payment
          provider; this shop knows what you see here. A later order is paid with one press.
        </p>
        <a class="back" href="/">Back to the shop</a>
      </section>
    `,
  });
}

/** As people know their card: `Visa •••• 4242`. */
export function cardName({brand, last4}: SavedCard): string {
  return `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${last4}`;
}

function cardList(cards: readonly SavedCard[], csrf: string): Html {
  return html`<ul class="cards">
    ${cards.map(
      card =>
        html`<li>
          <span><strong>${cardName(card)}</strong> <span class="muted">${expiry(card)}</span></span>
          <form action="/cards/remove" method="post">
            ${csrfInput(csrf)}
            <button name="saved_card" value="${card.id}" aria-label="Remove ${cardName(card)}">
              Remove
            </button>
          </form>
        </li>`,
    )}
  </ul>`;
}

function expiry({expMonth, expYear}: SavedCard): string {
  return `${String(expMonth).padStart(2, '0')}/${expYear}`;
}
