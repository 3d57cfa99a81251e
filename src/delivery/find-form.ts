import {itemsOf} from '../page/platform.js';

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

/**
 * The parser alone puts a form among rows and cells. The last one before the element, in a table around it, is
 * the one that it was in.
 */
function cutOffForm(element: Element): HTMLFormElement | undefined {
  const among = ['table', 'thead', 'tbody', 'tfoot', 'tr'].map(parent => `${parent} > form`);
  const root = element.getRootNode() as Document | ShadowRoot | Element;
  const forms = root.querySelectorAll<HTMLFormElement>(among.join());
  const before = Node.DOCUMENT_POSITION_PRECEDING;
  return itemsOf(forms)
    .filter(
      form =>
        form.closest('table')?.contains(element) && element.compareDocumentPosition(form) & before,
    )
    .at(-1);
}
