import {csrfField} from '../forms.js';
import {html, type Html} from './html.js';

/** The proof that a form is ours, for each form that is posted. */
export function csrfInput(csrf: string): Html {
  return html`<input type="hidden" name="${csrfField}" value="${csrf}" />`;
}

/** A form that is nothing but a button. */
export function buttonForm(action: string, csrf: string, label: string): Html {
  return html`<form action="${action}" method="post">
    ${csrfInput(csrf)}
    <button>${label}</button>
  </form>`;
}
