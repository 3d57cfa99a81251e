const styles = new CSSStyleSheet();
styles.replaceSync('button { font: inherit; padding: 0.75em 1.25em; border-radius: 6px; }');

/** As little as a button that opens something can be: a shadow root with styles, one attribute, a listener. */
class PlainButton extends HTMLElement {
  static readonly observedAttributes = ['label'];
  readonly #button = document.createElement('button');

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [styles];
    this.#button.type = 'button';
    this.#button.addEventListener('click', () => this.dispatchEvent(new Event('open')));
    root.append(this.#button);
  }

  attributeChangedCallback(_name: string, _old: string | null, label: string | null): void {
    this.#button.textContent = label;
  }
}

customElements.define('plain-button', PlainButton);
