/** The form around an element, also where shadow roots lie between them. */
export function enclosingForm(element: Element): HTMLFormElement | undefined {
  const form = element.closest('form');
  if (form) return form;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? enclosingForm(root.host) : undefined;
}

/** The form that an element was written in, also where the parser has cut the form off around a table's cells. */
export function findForm(element: Element): HTMLFormElement | undefined {
  return enclosingForm(element) ?? cutOffForm(element);
}

/** The fields of such a form still belong to it, though they lie outside. */
function cutOffForm(element: Element): HTMLFormElement | undefined {
  const fields = element.closest('table')?.querySelectorAll('input, select, textarea, button');
  for (const field of fields ?? []) {
    const {form} = field as HTMLInputElement;
    if (form && !form.contains(field)) return form;
  }
  return undefined;
}
