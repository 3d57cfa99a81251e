/**
 * Adds a sheet to a document or shadow root, which the strictest CSP allows, unless it has it. A browser
 * without adopted sheets (Safari before 16.4) does without.
 * @returns a function that takes it away again
 */
export function adoptSheet(root: DocumentOrShadowRoot, sheet: CSSStyleSheet): () => void {
  // Absent where they are not supported; and an image of the page may be called so.
  const sheets: unknown = root.adoptedStyleSheets;
  if (!Array.isArray(sheets)) return () => {};
  if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet);
  };
}

/** Adds rules to those of a document or shadow root; see {@link adoptSheet}. */
export function adoptRules(root: DocumentOrShadowRoot, rules: string): () => void {
  if (!Array.isArray(root.adoptedStyleSheets)) return addStyle(root, rules);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return adoptSheet(root, sheet);
}

/** Adds a `<style>`, in browsers without adopted sheets. A policy may forbid it. */
function addStyle(root: DocumentOrShadowRoot, rules: string): () => void {
  const style = document.createElement('style');
  style.textContent = rules;
  (root === document ? document.documentElement : (root as ShadowRoot)).append(style);
  return () => style.remove();
}
