/** Adds rules to those of a shadow root. A browser without adopted sheets (Safari before 16.4) does without. */
export function adoptRules(root: ShadowRoot, rules: string): void {
  // Absent where they are not supported.
  const sheets: CSSStyleSheet[] | undefined = root.adoptedStyleSheets;
  if (!sheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [...sheets, sheet];
}

/**
 * A rule that differs with the window. WebKit (2.50) reuses what it resolved for an earlier shadow root with
 * the same rules, media queries and all: a phone turned between two openings would get the wrong layout.
 */
export function windowRules(): string {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return `:host { --_window: ${innerWidth} ${innerHeight} ${dark} }`;
}
