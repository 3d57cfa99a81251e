/** A style sheet of the page's own: a policy admits it by its nonce. */
export function pageStyle(rules: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  style.textContent = rules;
  return style;
}
