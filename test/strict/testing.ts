import {elementUpdated, fixture as openFixture, html} from '@open-wc/testing';
import {render, type TemplateResult} from 'lit';

export * from '@open-wc/testing';

/**
 * Named like what our code needs of a form. Not `addEventListener`, `append`, `querySelector` and
 * `requestSubmit`, by which the tests themselves play the page.
 */
const clobbering = [
  'submit method action target enctype elements length noValidate reportValidity checkValidity',
  'appendChild removeChild children parentNode ownerDocument nodeType isConnected getRootNode',
  'getAttribute hasAttribute closest contains matches id name baseURI dispatchEvent',
].flatMap(names => names.split(' '));

/** Stands in for that of @open-wc/testing: puts the element where the kind of page wants it. */
export async function fixture<E extends Element>(template: TemplateResult): Promise<E> {
  const content = document.createDocumentFragment();
  render(template, content);
  if (window.pageKind === 'clobbered') content.querySelectorAll('form').forEach(clobber);
  const place = await openFixture<HTMLElement>(html`<div></div>`);
  const root = window.pageKind === 'shadow' ? shadowIn(shadowIn(place)) : place;
  const frames = content.querySelectorAll('iframe');
  root.append(content);
  frames.forEach(tellViolations);
  const element = root.firstElementChild as E;
  await elementUpdated(element);
  return element;
}

/** Disabled, since such fields hide what they are named like, but are not posted. */
function clobber(form: HTMLFormElement): void {
  for (const name of clobbering) {
    const field = document.createElement('input');
    Object.assign(field, {type: 'hidden', disabled: true, name});
    Node.prototype.appendChild.call(form, field);
  }
}

/** A frame that the page writes itself is under the page's policy, but tells its own window. */
function tellViolations({contentWindow}: HTMLIFrameElement): void {
  contentWindow?.addEventListener('securitypolicyviolation', event => {
    window.dispatchEvent(new SecurityPolicyViolationEvent(event.type, event));
  });
}

function shadowIn(parent: ParentNode): ShadowRoot {
  const host = document.createElement('div');
  parent.append(host);
  return host.attachShadow({mode: 'open'});
}
