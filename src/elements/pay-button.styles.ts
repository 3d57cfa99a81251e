import {css} from './css.js';

/** The merchant's look first (font, `::part(button)`), a calm default second. */
export const payButtonStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
    --_accent: var(--pay-accent, #1f5eff);
  }
  :host([hidden]) {
    display: none;
  }
  button {
    min-block-size: 44px;
    padding: 8px 20px;
    border: 0;
    border-radius: var(--pay-radius, 10px);
    background: var(--_accent);
    color: var(--_accent-text);
    font: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button:hover {
    filter: brightness(1.06);
  }
  button:disabled {
    background: #e3e6ec;
    color: #4a5368;
    cursor: not-allowed;
    filter: none;
  }
  p {
    margin: 6px 0 0;
    color: var(--pay-error, #b3162b);
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonBorder;
    }
  }
`;
