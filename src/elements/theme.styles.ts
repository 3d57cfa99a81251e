import {css} from './css.js';

/** The colours of the dialog. What begins with `--pay-` is the merchant's to set: see `theme.ts`. */
export const themeStyles = css`
  dialog {
    --_accent: var(--pay-accent, #1f5eff);
    --_surface: var(--pay-surface, #fff);
    --_field: var(--pay-field, #fff);
    --_text: var(--pay-text, #1a1f36);
    --_muted: var(--pay-muted, #566079);
    --_line: var(--pay-line, #868fa3);
    --_error: var(--pay-error, #b3162b);
    --_radius: var(--pay-radius, 10px);
    --_tint: color-mix(in srgb, var(--_text) 8%, transparent);
    --_ok: #0a7a43;
    --_ok-text: #fff;
    --_test: #fff6e0;
    --_test-text: #6b4700;
    color-scheme: light;
  }
  .dark {
    --_accent: var(--pay-accent, #7aa2ff);
    --_surface: var(--pay-surface, #171a21);
    --_field: var(--pay-field, #0f1218);
    --_text: var(--pay-text, #f2f4f8);
    --_muted: var(--pay-muted, #a3abbd);
    --_line: var(--pay-line, #6b7488);
    --_error: var(--pay-error, #ff8a94);
    --_ok: #5fd39a;
    --_ok-text: #0b1020;
    --_test: #33290f;
    --_test-text: #f3cf7a;
    color-scheme: dark;
  }
  @media (prefers-contrast: more) {
    dialog,
    .dark {
      --_muted: var(--_text);
      --_line: var(--_text);
    }
  }
`;
