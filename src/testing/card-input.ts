import type {Brand} from '../sandbox/cards/brands.js';
import {isIncomplete, partOf, type Fault, type PartName} from './parts.js';

/** One input of a card, as plain as the page's own: it judges what is typed, but formats nothing. */
export class CardInput {
  readonly part: PartName;
  readonly node: HTMLInputElement;
  /** Whether the customer has finished with the value as it is, so that what is missing shows. */
  #isJudged = false;

  constructor(part: PartName) {
    this.part = part;
    this.node = createInput(part);
  }

  /** @param brand Of the card, which tells how many digits there can be. */
  value(brand: Brand): string {
    return partOf(this.part).read(this.node.value, brand);
  }

  isComplete(brand: Brand): boolean {
    return this.#fault(brand) === undefined;
  }

  /** What is wrong and may be shown by now. */
  shownFault(brand: Brand): Fault | undefined {
    const fault = this.#fault(brand);
    return fault && isIncomplete(fault) && !this.#isJudged ? undefined : fault;
  }

  /** The customer is typing: what is missing may still come. */
  edit(): void {
    this.#isJudged = false;
  }

  /** The customer has left. An input that was never filled in is left as it was found. */
  leave(): void {
    if (this.node.value !== '') this.#isJudged = true;
  }

  /** The card is wanted: what is missing shows, in an empty input too. */
  judge(): void {
    this.#isJudged = true;
  }

  clear(): void {
    this.node.value = '';
    this.#isJudged = false;
  }

  #fault(brand: Brand): Fault | undefined {
    return partOf(this.part).faultOf(this.value(brand), brand);
  }
}

function createInput(part: PartName): HTMLInputElement {
  const {label, autocomplete, placeholder} = partOf(part);
  const input = document.createElement('input');
  input.setAttribute('aria-label', label);
  input.setAttribute('autocomplete', autocomplete);
  input.inputMode = 'numeric';
  input.placeholder = placeholder;
  // An id that no form has: the input belongs to no form, as one in a frame. For the same reason it
  // has no name, so that no form can post it.
  input.setAttribute('form', '');
  return input;
}
