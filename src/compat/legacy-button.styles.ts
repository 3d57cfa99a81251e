import {css} from '../elements/css.js';

/**
 * The look that pages know. An adopted sheet comes after all of the page's own, so these rules weigh less
 * than a class: whatever a page says of `.stripe-button-el` wins, a mere `button` does not.
 */
export const legacyButtonStyles = css`
  button:where(.stripe-button-el):not(a a a a) {
    display: inline-block;
    padding: 1px;
    border: 0;
    border-radius: 5px;
    overflow: hidden;
    background: linear-gradient(#1f86c9, #01497a);
    box-shadow: 0 1px 0 rgb(0 0 0 / 0.2);
    cursor: pointer;
  }
  button:where(.stripe-button-el):not(a a a a) > span {
    padding: 0 12px;
    border-radius: 4px;
    background: linear-gradient(#1c84c6, #0570b8);
    color: #fff;
    font:
      bold 14px/30px 'Helvetica Neue',
      Helvetica,
      Arial,
      sans-serif;
  }
  button:where(.stripe-button-el:focus-visible):not(a a a a) {
    outline: 3px solid #0570b8;
    outline-offset: 2px;
  }
  button:where(.stripe-button-el:disabled):not(a a a a) {
    opacity: 0.6;
    cursor: not-allowed;
  }
`;
