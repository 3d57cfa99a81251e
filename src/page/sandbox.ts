let isBlocked: boolean | undefined;

/**
 * True in a frame whose `sandbox` lacks `allow-forms`: there the browser drops every submit, before any event.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export function blocksForms(): boolean {
  if (window === top) return false;
  return (isBlocked ??= !canSubmit());
}

/** Submits a form that the page cannot see, in a shadow root: its event ends there. */
function canSubmit(): boolean {
  const host = document.createElement('div');
  const form = document.createElement('form');
  let hasEvent = false;
  form.addEventListener('submit', event => {
    hasEvent = true;
    event.preventDefault();
  });
  host.attachShadow({mode: 'closed'}).append(form);
  document.documentElement.append(host);
  form.requestSubmit();
  host.remove();
  return hasEvent;
}
