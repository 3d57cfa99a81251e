import {css} from 'lit';

/** The colours of the dialog: light, and dark where the customer's system is. */
export const themeStyles = css`
  :host {
    --_accent: var(--pay-accent, #1f5eff);
    --_accent-text: var(--pay-accent-text, #fff);
    --_surface: #fff;
    --_field: #fff;
    --_text: #1a1f36;
    --_muted: #566079;
    --_line: #868fa3;
    --_hairline: #e8eaf0;
    --_hover: #eef0f4;
    --_error: #b3162b;
    --_ok: #0a7a43;
    --_ok-text: #fff;
    --_test: #fff6e0;
    --_test-text: #6b4700;
    color-scheme: light !important;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --_accent: var(--pay-accent, #7aa2ff);
      --_accent-text: var(--pay-accent-text, #0b1020);
      --_surface: #171a21;
      --_field: #0f1218;
      --_text: #f2f4f8;
      --_muted: #a3abbd;
      --_line: #6b7488;
      --_hairline: #2a2f3a;
      --_hover: #262b36;
      --_error: #ff8a94;
      --_ok: #5fd39a;
      --_ok-text: #0b1020;
      --_test: #33290f;
      --_test-text: #f3cf7a;
      color-scheme: dark !important;
    }
  }
`;
