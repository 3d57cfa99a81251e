import type {Brand, BrandName} from '../sandbox/cards/brands.js';
import type {CardInput} from './card-input.js';
import {errorOf, type FieldError} from './parts.js';

/** How the inputs of an element stand, together. */
export interface FieldState {
  readonly empty: boolean;
  readonly complete: boolean;
  /** The first of what is wrong and may be shown. */
  readonly error: FieldError | undefined;
  readonly brand: BrandName;
  readonly postalCode: string;
  readonly collapsed: boolean;
}

/** @param brand Of the card, of whose number there may be no input among these. */
export function stateOf(
  inputs: readonly CardInput[],
  brand: Brand,
  collapsed: boolean,
): FieldState {
  const [fault] = inputs.map(input => input.shownFault(brand)).filter(each => each !== undefined);
  return {
    empty: inputs.every(({node}) => node.value === ''),
    complete: inputs.every(input => input.isComplete(brand)),
    error: fault && errorOf(fault),
    brand: brand.name,
    postalCode: inputs.find(({part}) => part === 'postal')?.value(brand) ?? '',
    collapsed,
  };
}
