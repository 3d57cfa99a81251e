/**
 * A rule that differs with the window. WebKit (2.50) reuses what it resolved for an earlier shadow root with
 * the same rules, media queries and all: a phone turned between two openings would get the wrong layout.
 */
export function windowSheet(): CSSStyleSheet {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { --_window: ${innerWidth} ${innerHeight} ${dark} }`);
  return sheet;
}
