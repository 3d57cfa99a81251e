import {type CSSResult, unsafeCSS} from 'lit';

/** Rules as they are written: Lit's own tag also takes expressions, and its check of these is carried by every page. */
export function css([rules]: TemplateStringsArray): CSSResult {
  return unsafeCSS(rules);
}
