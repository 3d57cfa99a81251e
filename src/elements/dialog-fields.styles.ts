import {css} from './css.js';

/** The fields of the dialog: inputs of ours, and the places of the provider's, which look the same. */
export const dialogFieldsStyles = css`
  label {
    display: block;
    margin-block-end: 6px;
    font-size: 14px;
    line-height: 1.35;
    font-weight: 550;
  }
  .box {
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    min-block-size: 46px;
    padding: 12px 13px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
    line-height: 20px;
    box-shadow: 0 1px 2px rgb(16 24 40 / 0.05);
  }
  .box[aria-invalid='true'],
  .bad .box {
    --_accent: var(--_error);
    border-color: var(--_error);
  }
  /* Not by :focus-within: in a frame of another origin, Chromium loses sight of the focus. */
  .box:focus,
  .focused .box {
    border-color: var(--_accent);
    outline: 3px solid color-mix(in srgb, var(--_accent) 35%, transparent);
  }
  /* A half-typed address is not turned around. */
  [dir='rtl'] input[type='email'] {
    direction: ltr;
    text-align: right;
  }
  .message {
    display: flex;
    gap: 6px;
    margin: 6px 0 0;
    color: var(--_error);
    font-size: 14px;
    line-height: 1.35;
  }
  .message::before {
    content: '!';
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--_error);
    color: var(--_surface);
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }

  /* The provider's frame shows through once it is ready; until then its place is kept. */
  ::slotted(form) {
    all: initial !important;
    display: block !important;
    min-block-size: 20px !important;
  }
  .opening ::slotted(form) {
    opacity: 0 !important;
  }
  /* The language is on its way: nothing is said in another one meanwhile. */
  .wordless :is(label, legend, .test, .pay, .foot) {
    color: transparent;
  }
  :is(.opening, .unavailable) .card :is(.box, .whole),
  .placeholder {
    border-color: transparent;
    border-radius: var(--_radius);
    background: var(--_tint);
    box-shadow: none;
  }
  .whole {
    min-block-size: 180px;
  }
  .placeholder {
    min-block-size: 420px;
  }
`;
