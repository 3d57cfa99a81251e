/** The languages that a page wants its fields in, the preferred first: `auto` is the browser's. */
export function localesOf(locale = 'auto'): readonly string[] {
  return locale === 'auto' ? navigator.languages : [locale];
}
