import type {BrandName} from '../../stripe-js/cards/brands.js';

/** Marks of our own: the brands' logos are not ours to hand out. */
const letters: Record<BrandName, string> = {
  visa: 'VISA',
  mastercard: 'MC',
  amex: 'AMEX',
  discover: 'DISC',
  diners: 'DC',
  jcb: 'JCB',
  unionpay: 'UP',
  unknown: '',
};

/** A card with a stripe, which makes room for the brand's letters. */
export const iconMarkup = `<span class="icon" data-brand="unknown" aria-hidden="true"><svg viewBox="0 0 32 20">
<rect class="plate" width="32" height="20" rx="3"/>
<rect class="stripe" y="4" width="32" height="4"/>
<text class="letters" x="16" y="13.5" text-anchor="middle"></text>
</svg></span>`;

export const iconStyles = `.icon {
  flex: none;
  width: 1.5em;
  height: 1.2em;
  margin-inline-end: 0.6em;
  color: #6b7280;
}
.icon svg {
  display: block;
  width: 100%;
  height: 100%;
}
.plate {
  fill: currentColor;
}
.stripe,
.letters {
  fill: white;
}
.letters {
  font: bold 9px 'Helvetica Neue', Helvetica, Arial, sans-serif;
}
.icon:not([data-brand='unknown']) .stripe {
  display: none;
}
.icon:not([data-icon-style='solid'])[data-brand='visa'] {
  color: #1a1f71;
}
.icon:not([data-icon-style='solid'])[data-brand='mastercard'] {
  color: #b3261e;
}
.icon:not([data-icon-style='solid'])[data-brand='amex'] {
  color: #006fcf;
}
.icon:not([data-icon-style='solid'])[data-brand='discover'] {
  color: #b45309;
}
.icon:not([data-icon-style='solid'])[data-brand='diners'] {
  color: #0f4c81;
}
.icon:not([data-icon-style='solid'])[data-brand='jcb'] {
  color: #0b7a3b;
}
.icon:not([data-icon-style='solid'])[data-brand='unionpay'] {
  color: #00616b;
}
`;

/** The mark of a card's brand, which the frame's document has or not. */
export class Icon {
  readonly #node = document.querySelector<HTMLElement>('.icon');

  show(isShown: boolean, style: string): void {
    if (!this.#node) return;
    this.#node.hidden = !isShown;
    this.#node.dataset.iconStyle = style;
  }

  showBrand(brand: BrandName): void {
    if (!this.#node) return;
    this.#node.dataset.brand = brand;
    const text = this.#node.querySelector('text');
    if (text) text.textContent = letters[brand];
  }
}
