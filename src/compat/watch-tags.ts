/** Tags that do not run this file by themselves. Browsers run a module once, whatever tags ask for it. */
const silentTags = 'script.stripe-button:is([type=module], :not([src]))';

/** Calls back when such a tag is added, on pages that have one already. */
export function watchTags(upgrade: () => void): void {
  if (!find(document)) return;
  const observer = new MutationObserver(changes => {
    if (changes.some(({addedNodes}) => [...addedNodes].some(hasTag))) upgrade();
  });
  observer.observe(document, {childList: true, subtree: true});
}

function hasTag(node: Node): boolean {
  return node instanceof Element && (node.matches(silentTags) || find(node) !== null);
}

/** An image of the page may be called `querySelector`. */
function find(root: Document | Element): Element | null {
  return (root instanceof Document ? Document : Element).prototype.querySelector.call(
    root,
    silentTags,
  );
}
