import type {TemplateResult} from 'lit';
import type {Address, AddressField, AddressKind} from '../address.js';
import type {Core} from '../core.js';
import type {AddressHost} from '../elements/address-part.js';
import type {FieldName} from '../errors.js';
import {addressWords} from '../locales/en-addresses.js';
import type {FullWords} from '../locales/en.js';
import {countries, fieldsOf, isRequired} from './address-book.js';

/** HTML's names for what autofill knows. */
const autocomplete: Readonly<Record<AddressField, string>> = {
  name: 'name',
  country: 'country',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
};
const allFields = Object.keys(autocomplete) as AddressField[];

const shortFields: readonly AddressField[] = ['city', 'state', 'zip'];

/** One address in the dialog, asked for as its country writes addresses. */
export class AddressFields {
  readonly #host: AddressHost;
  readonly #core: Core;
  readonly #kind: AddressKind;
  readonly #mayBeSame: boolean;
  /** The customer wants the other address, as most do. */
  #same: boolean;
  #country: string;
  #countryNames: CountryNames | undefined;
  /** Each field keeps its element, and so what was typed, wherever a country puts it, or leaves it out. */
  readonly #elements = new Map<AddressField, HTMLElement>();

  /** @param mayBeSame whether the customer may say that it is the same as another one */
  constructor(host: AddressHost, core: Core, kind: AddressKind, mayBeSame = false) {
    this.#host = host;
    this.#core = core;
    this.#kind = kind;
    this.#mayBeSame = mayBeSame;
    this.#same = mayBeSame && host.draft.get(this.#nameOfSame) !== 'false';
    this.#country = host.draft.get(this.#nameOf('country')) ?? homeCountry();
  }

  /** The inputs that are shown, from top to bottom. */
  get shown(): readonly FieldName[] {
    return this.#fields.map(field => this.#nameOf(field));
  }

  /**
   * What the customer typed. A field that the country does not have is empty.
   * @param other the address that this one is returned as where the customer says that they are the same
   */
  read(other?: Address): Address {
    if (other && this.#same) return other;
    const {typedIn} = this.#core;
    const typed = allFields.map(field => [
      field,
      typedIn(this.#host.renderRoot, this.#nameOf(field)),
    ]);
    return Object.fromEntries(typed) as Address;
  }

  render(): TemplateResult {
    const {html, nothing} = this.#core;
    return html`<fieldset>
      <legend>${this.#words.addresses[this.#kind]}</legend>
      ${this.#mayBeSame ? this.#renderSame() : nothing}
      ${this.#fields.map(field => this.#draw(field))}
    </fieldset>`;
  }

  #renderSame(): TemplateResult {
    const {html, isLocked} = this.#core;
    return html`<label class="check">
      <input
        type="checkbox"
        ?checked=${this.#same}
        ?disabled=${isLocked(this.#host.checkout)}
        @change=${this.#handleSame}
      />
      ${this.#words.sameAsBilling}
    </label>`;
  }

  #draw(field: AddressField): HTMLElement {
    const element = this.#elements.get(field) ?? document.createElement('div');
    this.#elements.set(field, element);
    element.className = shortFields.includes(field) ? 'half' : field;
    this.#core.render(
      field === 'country' ? this.#renderCountry() : this.#renderInput(field),
      element,
    );
    return element;
  }

  #renderInput(field: AddressField): TemplateResult {
    const {renderInput} = this.#core;
    const {addressFields, optional} = this.#words;
    const label = addressFields[field];
    return renderInput(this.#host, {
      name: this.#nameOf(field),
      label: isRequired(this.#country, field) ? label : optional(label),
      autocomplete: this.#autocompleteOf(field),
    });
  }

  #renderCountry(): TemplateResult {
    const {html, isLocked} = this.#core;
    const name = this.#nameOf('country');
    const {language, addressFields} = this.#words;
    if (this.#countryNames?.language !== language) {
      this.#countryNames = countryNamesIn(language);
    }
    return html`<label part="label" for=${name}>${addressFields.country}</label>
      <select
        class="box"
        part="field"
        id=${name}
        autocomplete=${this.#autocompleteOf('country')}
        ?disabled=${isLocked(this.#host.checkout)}
        @change=${this.#handleCountry}
      >
        ${this.#countryNames.names.map(
          ([code, text]) =>
            html`<option value=${code} ?selected=${code === this.#country}>${text}</option>`,
        )}
      </select>`;
  }

  get #words(): FullWords {
    return {...addressWords, ...this.#host.words};
  }

  get #fields(): readonly AddressField[] {
    return this.#same ? [] : ['name', 'country', ...fieldsOf(this.#country)];
  }

  #nameOf(field: AddressField): FieldName {
    return `${this.#kind}-${field}`;
  }

  get #nameOfSame(): string {
    return `${this.#kind}-same`;
  }

  #autocompleteOf(field: AddressField): string {
    return `${this.#kind} ${autocomplete[field]}`;
  }

  #handleCountry = (event: Event): void => {
    this.#country = (event.target as HTMLSelectElement).value;
    this.#host.draft.set(this.#nameOf('country'), this.#country);
    this.#takeBack();
  };

  #handleSame = (event: Event): void => {
    this.#same = (event.target as HTMLInputElement).checked;
    this.#host.draft.set(this.#nameOfSame, String(this.#same));
    this.#takeBack();
  };

  /** What was said about other fields, or for another country, no longer holds. */
  #takeBack(): void {
    for (const field of allFields) this.#host.checkout.edit(this.#nameOf(field));
    this.#host.requestUpdate();
  }
}

interface CountryNames {
  readonly language: string;
  readonly names: readonly CountryName[];
}

type CountryName = readonly [code: string, name: string];

/** Sorted as the customer's language sorts them. */
function countryNamesIn(language: string): CountryNames {
  const names = new Intl.DisplayNames(language, {type: 'region'});
  const {compare} = new Intl.Collator(language);
  const sorted = countries
    .map((code): CountryName => [code, names.of(code) ?? code])
    .sort(([, a], [, b]) => compare(a, b));
  return {language, names: sorted};
}

/** Where the customer probably lives, by the language of the browser. */
function homeCountry(): string {
  const region = regionOf(navigator.language);
  return region && countries.includes(region) ? region : 'US';
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    // Some browsers on Linux speak of "en-US@posix", which is no language tag.
    return undefined;
  }
}
