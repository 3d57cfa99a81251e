import {css} from './css.js';

export const payDialogStyles = css`
  :host {
    /* Nothing of the page's own style comes in, whatever it says about the children of its body. */
    all: initial !important;
    display: contents !important;
  }
  dialog {
    box-sizing: border-box;
    inset-block-end: var(--_keyboard, 0);
    inline-size: min(400px, 100% - 32px);
    max-inline-size: none;
    max-block-size: calc(90dvb - 16px - var(--_keyboard, 0px));
    /* From a fixed edge, so that an error below moves nothing above it. */
    margin-block: 10dvb auto;
    padding: 0;
    border: 0;
    border-radius: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_text);
    font: 16px/1.5 var(--pay-font, system-ui, sans-serif);
    /* Japanese is broken between phrases, not within words. */
    word-break: auto-phrase;
    /* On pages that forbid to select, too, where Safari would not even let anybody type. */
    -webkit-user-select: text;
    user-select: text;
    box-shadow:
      0 0 0 1px var(--_tint),
      0 24px 64px -12px rgb(16 24 40 / 0.35);
  }
  dialog::backdrop {
    background: rgb(10 13 20 / 0.45);
  }
  @media (max-width: 480px) {
    dialog {
      inline-size: 100%;
      max-block-size: calc(100dvb - 32px - var(--_keyboard, 0px));
      margin-block: auto 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding-block-end: env(safe-area-inset-bottom);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open],
    dialog[open]::backdrop {
      animation: appear 160ms ease-out;
    }
  }
  /* Not from nothing: it is seen from the first frame on. */
  @keyframes appear {
    from {
      opacity: 0.4;
    }
  }

  /* The close button stays in sight, except where that would leave no room for the fields. */
  @media (min-height: 480px) {
    dialog {
      scroll-padding-block-start: 132px;
    }
    header {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
    }
  }
  header {
    display: flex;
    flex-direction: row-reverse;
    gap: 14px;
    align-items: center;
    padding: 20px 20px 16px;
    border-block-end: 1px solid var(--_tint);
    background: var(--_surface);
  }
  header img {
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 12px;
    object-fit: cover;
  }
  header div {
    flex: 1;
    min-inline-size: 0;
  }
  h2,
  header p {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  h2 {
    font-size: 17px;
    line-height: 1.3;
    font-weight: 650;
    outline: none;
  }
  header p {
    color: var(--_muted);
    font-size: 14px;
    line-height: 1.35;
  }
  header .amount {
    margin-block-start: 4px;
    color: inherit;
    font-weight: 650;
  }
  .close {
    flex: none;
    align-self: start;
    inline-size: 44px;
    block-size: 44px;
    margin: -8px;
    margin-inline-start: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .close:hover {
    background: var(--_tint);
  }
  .close svg {
    display: block;
    margin: auto;
  }

  .test {
    margin: 16px 20px 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--_test);
    color: var(--_test-text);
    font-size: 13px;
    line-height: 1.35;
  }

  .body {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 14px 12px;
    padding: 16px 20px 20px;
  }
  .body > * {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .body > .half {
    grid-column: auto;
  }

  .advice {
    margin: 0;
    color: var(--_muted);
    font-size: 14px;
    line-height: 1.35;
  }
  .pay {
    min-block-size: 50px;
    padding: 8px 16px;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_accent-text);
    font: inherit;
    font-size: 17px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .pay:hover {
    filter: brightness(1.06);
  }
  .pay[aria-disabled='true'] {
    filter: none;
    cursor: progress;
  }
  .opening .pay {
    opacity: 0.7;
  }
  .done .pay {
    background: var(--_ok);
    color: var(--_ok-text);
    cursor: default;
  }
  .spinner {
    display: inline-block;
    inline-size: 16px;
    block-size: 16px;
    margin-inline-end: 10px;
    vertical-align: -2px;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    box-sizing: border-box;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  .foot {
    margin: 0;
    color: var(--_muted);
    font-size: 13px;
    line-height: 1.35;
    text-align: center;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    dialog,
    .box,
    .pay,
    .close {
      border: 1px solid ButtonBorder;
    }
  }
`;
