import {css} from './css.js';

/**
 * The merchant's colour, and a text on it that can be read whatever they choose: white where the colour's
 * luminance is below 0.179, else black, which is at least 4.5:1 either way. Older browsers take white. The
 * focus has that colour as well.
 */
export const accentStyles = css`
  button {
    --_contrast: #fff;
    --_accent-text: var(--pay-accent-text, var(--_contrast));
  }
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  @supports (color: color(from red xyz x y z)) {
    button {
      --_white: clamp(0, (0.179 - y) * 9999, 1);
      --_contrast: color(
        from var(--_accent) xyz calc(var(--_white) * 0.95) var(--_white) calc(var(--_white) * 1.09)
      );
    }
  }
`;
