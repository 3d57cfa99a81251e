import type {Brand} from '../sandbox/cards/brands.js';
import type {CardInput} from './card-input.js';
import type {ElementType} from './element-types.js';
import type {MountedElement} from './mounted-element.js';

const splitTypes: readonly ElementType[] = ['cardNumber', 'cardExpiry', 'cardCvc'];

/** The mounted elements of one `elements()`: those of a split card together hold it. */
export class MountedGroup {
  readonly #mounted = new Set<MountedElement>();

  /** Of the split card, once its number is mounted. */
  get brand(): Brand | undefined {
    return this.find('cardNumber')?.brand;
  }

  find(type: ElementType): MountedElement | undefined {
    return [...this.#mounted].find(element => element.type === type);
  }

  add(element: MountedElement): void {
    this.#mounted.add(element);
  }

  delete(element: MountedElement): void {
    this.#mounted.delete(element);
  }

  /** The elements that hold the same card as this one, itself included. */
  cardOf(element: MountedElement): MountedElement[] {
    if (!splitTypes.includes(element.type)) return [element];
    return splitTypes.map(type => this.find(type)).filter(part => part !== undefined);
  }

  /** Has the rest of an element's card follow its change. */
  refresh(element: MountedElement): void {
    for (const other of this.cardOf(element)) if (other !== element) other.refresh();
  }
}

export function inputsOf(elements: readonly MountedElement[]): CardInput[] {
  return elements.flatMap(({inputs}) => inputs);
}
